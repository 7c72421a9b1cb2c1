/// What Swift's Glibc module lacks: the kernel's full `tcp_info`, what waits to be read, and files without a name.
#ifndef BAREWIRE_CKERNEL_H
#define BAREWIRE_CKERNEL_H

#include <errno.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

/// The kernel's facts about a TCP connection: `struct tcp_info` of linux/tcp.h up to `snd_wnd` (Linux 5.4), 232 bytes.
/// A copy, because Glibc's own struct ends at 104 bytes and the two headers cannot be included together.
/// Times are in microseconds unless the name says milliseconds. What an older kernel does not know is zero.
struct barewire_tcp_info {
  uint8_t state; /* TCP_ESTABLISHED (1) ... TCP_CLOSING (11) */
  uint8_t ca_state;
  uint8_t retransmits; /* of the segment under way */
  uint8_t probes;
  uint8_t backoff;
  uint8_t options;
  uint8_t window_scales; /* low four bits: ours for sending; high four: for receiving */
  uint8_t flags;

  uint32_t rto;
  uint32_t ato;
  uint32_t snd_mss;
  uint32_t rcv_mss;

  uint32_t unacked;
  uint32_t sacked;
  uint32_t lost;
  uint32_t retrans;
  uint32_t fackets;

  uint32_t last_data_sent_milliseconds;
  uint32_t last_ack_sent_milliseconds;
  uint32_t last_data_recv_milliseconds;
  uint32_t last_ack_recv_milliseconds;

  uint32_t pmtu;
  uint32_t rcv_ssthresh;
  uint32_t rtt;
  uint32_t rttvar;
  uint32_t snd_ssthresh;
  uint32_t snd_cwnd; /* segments */
  uint32_t advmss;
  uint32_t reordering;

  uint32_t rcv_rtt;
  uint32_t rcv_space;

  uint32_t total_retrans;

  uint64_t pacing_rate; /* bytes per second */
  uint64_t max_pacing_rate;
  uint64_t bytes_acked;
  uint64_t bytes_received;
  uint32_t segs_out;
  uint32_t segs_in;

  uint32_t notsent_bytes;
  uint32_t min_rtt;
  uint32_t data_segs_in;
  uint32_t data_segs_out;

  uint64_t delivery_rate; /* bytes per second */

  uint64_t busy_time;
  uint64_t rwnd_limited;
  uint64_t sndbuf_limited;

  uint32_t delivered;
  uint32_t delivered_ce;

  uint64_t bytes_sent; /* with retransmissions */
  uint64_t bytes_retrans;
  uint32_t dsack_dups;
  uint32_t reord_seen;

  uint32_t rcv_ooopack;

  uint32_t snd_wnd; /* the peer's receive window in bytes, scaled */
};

_Static_assert(sizeof(struct barewire_tcp_info) == 232, "the layout is the kernel's");

/// Fills `info` with the kernel's facts about the TCP socket `fd`; returns 0, or the errno (EOPNOTSUPP for what is not TCP).
static inline int barewire_tcp_info(int fd, struct barewire_tcp_info *info) {
  socklen_t length = sizeof *info;
  memset(info, 0, sizeof *info);
  return getsockopt(fd, IPPROTO_TCP, 11 /* TCP_INFO */, info, &length) == 0 ? 0 : errno;
}

/// How many bytes wait in the kernel to be read from the socket `fd`; 0 where that cannot be told.
int barewire_unread(int fd);

/// Opens a file of mode 0600 in `directory` that has no name (or loses it at once), closed on exec.
/// Returns its descriptor, or the negated errno.
int barewire_open_unnamed(const char *directory);

/// Takes room on the disk for bytes that will be written, where the file system can; the file stays as long as it is.
void barewire_reserve(int fd, off_t offset, off_t count);

#endif
