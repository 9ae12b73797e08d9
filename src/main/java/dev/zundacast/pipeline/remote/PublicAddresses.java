package dev.zundacast.pipeline.remote;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks names up and refuses those that lead into a private network. */
final class PublicAddresses implements Dns {
  /**
   * A name that leads into a private network; of this type, so that OkHttp takes it for unknown.
   */
  static final class PrivateException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateException(String message) {
      super(message);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new PrivateException(
            "a redirect leads to "
                + host
                + ", which is the private address "
                + address.getHostAddress());
      }
    }
    return addresses;
  }

  static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !isReserved(address);
  }

  /** Networks that Java does not know as private: this net, shared, unique local, translated. */
  private static boolean isReserved(InetAddress address) {
    byte[] b = address.getAddress();
    if (address instanceof Inet4Address) {
      boolean shared = b[0] == 100 && (b[1] & 0xc0) == 64;
      boolean test = b[0] == (byte) 198 && (b[1] & 0xfe) == 18;
      return b[0] == 0 || shared || test || (b[0] & 0xf0) == 0xf0;
    }
    boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
    // 64:ff9b::/96 and 2002::/16 carry an IPv4 address that may be private.
    boolean translated = (b[0] == 0 && b[1] == 0x64) || (b[0] == 0x20 && b[1] == 0x02);
    return uniqueLocal || translated;
  }
}
