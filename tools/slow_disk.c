/* A disk that takes its time: preloaded into a program, it makes every sync to disk, and every write there, wait.

   SLOW_DISK_SYNC_MS and SLOW_DISK_WRITE_US say how long. Writes to pipes go through write(), not pwrite(), and are as
   fast as ever. Compiled and preloaded by tools/soak.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void wait_for(const char *name, unsigned unit) {
    const char *given = getenv(name);
    if (given != NULL && atoi(given) > 0) usleep((useconds_t)atoi(given) * unit);
}

int fsync(int file) {
    wait_for("SLOW_DISK_SYNC_MS", 1000);
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    wait_for("SLOW_DISK_SYNC_MS", 1000);
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
    wait_for("SLOW_DISK_WRITE_US", 1);
    return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(file, bytes, size, at);
}
