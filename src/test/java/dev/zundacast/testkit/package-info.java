/** What tests of several packages share: independent programs, a test engine, the command line. */
package dev.zundacast.testkit;
