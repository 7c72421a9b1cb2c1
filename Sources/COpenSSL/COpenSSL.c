#include "COpenSSL.h"

static X509_STORE *system_trust;
static CRYPTO_ONCE system_trust_once = CRYPTO_ONCE_STATIC_INIT;

static void load_system_trust(void) {
  system_trust = X509_STORE_new();
  // A missing file or folder leaves the store empty: every issuer is unknown then, and is told as such.
  if (system_trust != NULL) X509_STORE_set_default_paths(system_trust);
  ERR_clear_error();
}

X509_STORE *barewire_system_trust(void) {
  CRYPTO_THREAD_run_once(&system_trust_once, load_system_trust);
  return system_trust;
}
