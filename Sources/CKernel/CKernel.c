#define _GNU_SOURCE
#include "CKernel.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

int barewire_open_unnamed(const char *directory) {
  int fd = open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  if (fd < 0) {
    /* Some file systems (NFS, older overlays) have no O_TMPFILE: a name for a moment, then. */
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) return -errno;
    char *path = NULL;
    if (asprintf(&path, "%s/recording-XXXXXX", directory) < 0) return -ENOMEM;
    fd = mkostemp(path, O_CLOEXEC);
    int failure = errno;
    if (fd >= 0) unlink(path);
    free(path);
    if (fd < 0) return -failure;
  }
  fchmod(fd, 0600); /* whatever the umask took away */
  return fd;
}

int barewire_unread(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : 0;
}

void barewire_reserve(int fd, off_t offset, off_t count) {
  int before = errno;
  fallocate(fd, FALLOC_FL_KEEP_SIZE, offset, count);
  errno = before;
}
