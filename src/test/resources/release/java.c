/* Stands where Windows has a Java: says a version, or what it was given, and ends with 6. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **words) {
  if (count > 1 && !strcmp(words[1], "-version")) {
    fprintf(stderr, "openjdk version \"21.0.1\" 2024-01-01\n");
    return 0;
  }
  for (int i = 1; i < count; i++) printf("[%s]\n", words[i]);
  return 6;
}
