/// The variables that a request can use: those of the environment that is switched on, then those that Barewire provides.
package struct VariableScope: Sendable, Hashable {
  private var values: [String: String]

  /// A variable of the environment hides a provided one of the same name; of two with one name the last counts.
  package init(environment: VariableEnvironment? = nil, provided: [String: String] = [:]) {
    self.init(variables: environment?.variables ?? [], provided: provided)
  }

  /// As above, with the variables of an environment.
  package init(variables: [NamedValue], provided: [String: String] = [:]) {
    values = provided
    for variable in variables where variable.isEnabled {
      values[variable.name] = variable.value
    }
  }

  /// The value of a name, or nil when it is unknown.
  package subscript(_ name: String) -> String? {
    values[name]
  }

  /// All names, sorted.
  package var names: [String] {
    values.keys.sorted()
  }
}
