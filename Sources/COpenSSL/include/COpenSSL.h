// What TLSEngine uses of OpenSSL 3: its headers, and a function for each macro that Swift cannot import.
// A wrapper is named after the macro that it stands for.
#ifndef BAREWIRE_COPENSSL_H
#define BAREWIRE_COPENSSL_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#if OPENSSL_VERSION_NUMBER < 0x30000000L
#error "Barewire needs OpenSSL 3.0 or later: install libssl-dev"
#endif

// Contexts and sessions.

static inline int barewire_SSL_CTX_set_min_proto_version(SSL_CTX *context, int version) {
  return (int)SSL_CTX_set_min_proto_version(context, version);
}

static inline int barewire_SSL_CTX_set_max_proto_version(SSL_CTX *context, int version) {
  return (int)SSL_CTX_set_max_proto_version(context, version);
}

static inline int barewire_SSL_CTX_add1_chain_cert(SSL_CTX *context, X509 *certificate) {
  return (int)SSL_CTX_add1_chain_cert(context, certificate);
}

static inline int barewire_SSL_set_tlsext_host_name(SSL *ssl, const char *name) {
  return (int)SSL_set_tlsext_host_name(ssl, name);
}

static inline int barewire_SSL_CTX_set1_groups_list(SSL_CTX *context, const char *names) {
  return (int)SSL_CTX_set1_groups_list(context, names);
}

static inline void barewire_SSL_CTX_set_dh_auto(SSL_CTX *context) { SSL_CTX_set_dh_auto(context, 1); }

static inline void barewire_SSL_CTX_set_session_cache_mode(SSL_CTX *context, long mode) {
  SSL_CTX_set_session_cache_mode(context, mode);
}

static inline void barewire_SSL_set_msg_callback_arg(SSL *ssl, void *argument) {
  SSL_set_msg_callback_arg(ssl, argument);
}

static inline int barewire_SSL_get_negotiated_group(SSL *ssl) {
  return (int)SSL_get_negotiated_group(ssl);
}

static inline uint64_t barewire_SSL_OP_NO_RENEGOTIATION(void) { return SSL_OP_NO_RENEGOTIATION; }

static inline uint64_t barewire_SSL_OP_NO_TICKET(void) { return SSL_OP_NO_TICKET; }

static inline uint64_t barewire_SSL_OP_CIPHER_SERVER_PREFERENCE(void) { return SSL_OP_CIPHER_SERVER_PREFERENCE; }

// Stacks of cipher suites.

static inline int barewire_sk_SSL_CIPHER_num(const STACK_OF(SSL_CIPHER) *stack) { return sk_SSL_CIPHER_num(stack); }

static inline const SSL_CIPHER *barewire_sk_SSL_CIPHER_value(const STACK_OF(SSL_CIPHER) *stack, int index) {
  return sk_SSL_CIPHER_value(stack, index);
}

// BIOs.

static inline void barewire_BIO_set_retry_read(BIO *bio) { BIO_set_retry_read(bio); }

static inline void barewire_BIO_clear_retry_flags(BIO *bio) { BIO_clear_retry_flags(bio); }

static inline long barewire_BIO_get_mem_data(BIO *bio, char **bytes) { return BIO_get_mem_data(bio, bytes); }

// The trust store.

/// The system's trusted certificates, read once in the life of the process: parsing them takes about 20 ms.
/// The store is never freed and guards itself by a lock of its own; nothing may be added to it. NULL without memory.
X509_STORE *barewire_system_trust(void);

static inline int barewire_X509_LOOKUP_add_default_dir(X509_LOOKUP *lookup) {
  return X509_LOOKUP_add_dir(lookup, NULL, X509_FILETYPE_DEFAULT);
}

// Stacks of certificates and of general names.

static inline void barewire_sk_X509_pop_free(STACK_OF(X509) *stack) { sk_X509_pop_free(stack, X509_free); }

static inline int barewire_sk_X509_num(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }

static inline STACK_OF(X509) *barewire_sk_X509_new_null(void) { return sk_X509_new_null(); }

/// Adds a reference to a certificate, which stays the caller's; 0 without memory.
static inline int barewire_sk_X509_push_shared(STACK_OF(X509) *stack, X509 *certificate) {
  return X509_add_cert(stack, certificate, X509_ADD_FLAG_UP_REF);
}

static inline X509 *barewire_sk_X509_value(const STACK_OF(X509) *stack, int index) {
  return sk_X509_value(stack, index);
}

static inline int barewire_sk_GENERAL_NAME_num(const GENERAL_NAMES *stack) { return sk_GENERAL_NAME_num(stack); }

static inline GENERAL_NAME *barewire_sk_GENERAL_NAME_value(const GENERAL_NAMES *stack, int index) {
  return sk_GENERAL_NAME_value(stack, index);
}

// Keys and names.

static inline EVP_PKEY *barewire_EVP_EC_gen_P256(void) { return EVP_EC_gen("P-256"); }

static inline EVP_PKEY *barewire_EVP_RSA_gen(unsigned int bits) { return EVP_RSA_gen(bits); }

/// How a distinguished name is written: `CN=name, O=organisation`, as UTF-8, with control characters and separators
/// escaped.
static inline unsigned long barewire_distinguished_name_flags(void) {
  return (ASN1_STRFLGS_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB) | XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_FN_SN;
}

#endif
