/* Makes fsync and fdatasync fail on files whose path holds what FAILING_SYNC_OF says, while the
   file that FAILING_SYNC_WHILE names is there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int file)
{
    char name[64], path[4096];
    const char *flag = getenv("FAILING_SYNC_WHILE");
    const char *of = getenv("FAILING_SYNC_OF");
    ssize_t length;

    if (flag == NULL || of == NULL || access(flag, F_OK) != 0)
        return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    length = readlink(name, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = '\0';
    if (strstr(path, of) == NULL)
        return 0;
    errno = EIO;
    return 1;
}

int fsync(int file)
{
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file)
{
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    return fails(file) ? -1 : real(file);
}
