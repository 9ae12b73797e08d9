package dev.zundacast.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's jar to the jars of a release, the same bytes from the same input: {@code modern}
 * without classes that no cache takes; that one {@code stored} for an archive that is packed as a
 * whole, with the class by which it is trained, and {@code carrying} with the program's home in it.
 * It is run from its source, by the Java of the release.
 */
final class Jars {
  private static final String NATIVES = "com/sun/jna/";

  /** Java knows a jar again by its bytes, so what it is trained with has to be in it for good. */
  private static final String TRAINING = "dev/zundacast/cli/Training.class";

  private final Instant time;

  private Jars(Instant time) {
    this.time = time;
  }

  /** {@code modern|stored|carrying TIME JAR TO}, then {@code CLASSES} or {@code HOME FOLDER…}. */
  public static void main(String[] args) throws IOException {
    Jars jars = new Jars(Instant.parse(args[1]));
    Path to = Path.of(args[3]);
    try (ZipFile jar = new ZipFile(args[2]);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      switch (args[0]) {
        case "modern" -> jars.modernize(jar, out);
        case "stored" -> jars.store(jar, Path.of(args[4]), out);
        default ->
            jars.carry(jar, out, Path.of(args[4]), Arrays.asList(args).subList(5, args.length));
      }
    }
    Files.setLastModifiedTime(to, FileTime.from(jars.time));
  }

  /** A packed file inside of a packed one stays as large as it is. */
  private void store(ZipFile jar, Path classes, ZipOutputStream out) throws IOException {
    for (ZipEntry entry : entries(jar)) {
      if (!isForOthers(entry.getName())) {
        store(entry.getName(), read(jar, entry), out);
      }
    }
    store(TRAINING, Files.readAllBytes(classes.resolve(TRAINING)), out);
  }

  private void modernize(ZipFile jar, ZipOutputStream out) throws IOException {
    for (ZipEntry entry : entries(jar)) {
      byte[] bytes = read(jar, entry);
      put(out, entry.getName(), isOld(entry.getName(), bytes) ? modern(jar, bytes) : bytes);
    }
  }

  /**
   * Whether Java, which checks classes of before Java 6 in another way, keeps a class in no cache.
   */
  private static boolean isOld(String name, byte[] bytes) {
    return name.endsWith(".class") && ByteBuffer.wrap(bytes).getShort(6) < ClassFile.JAVA_6_VERSION;
  }

  /** The same class as of Java 8: its methods say what is on the stack where they branch. */
  private static byte[] modern(ZipFile jar, byte[] bytes) {
    ClassHierarchyResolver classes =
        ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(classes));
    ClassTransform version =
        ClassTransform.endHandler(it -> it.withVersion(ClassFile.JAVA_8_VERSION, 0));
    return files.transformClass(
        files.parse(bytes),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
  }

  private static InputStream open(ZipFile jar, ClassDesc type) {
    String descriptor = type.descriptorString();
    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void store(String name, byte[] bytes, ZipOutputStream out) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry stored = entry(name);
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(bytes.length);
    stored.setCrc(sum.getValue());
    out.putNextEntry(stored);
    out.write(bytes);
  }

  /** JNA's libraries for platforms other than this one, for which the runtime is. */
  private static boolean isForOthers(String name) {
    boolean library = name.startsWith(NATIVES) && name.contains("jnidispatch");
    String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86-64";
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin-" : "linux-";
    return library && !name.startsWith(NATIVES + system + arch + "/");
  }

  private void carry(ZipFile jar, ZipOutputStream out, Path home, List<String> folders)
      throws IOException {
    for (ZipEntry entry : entries(jar)) {
      put(out, entry.getName(), read(jar, entry));
    }
    StringBuilder names = new StringBuilder();
    MessageDigest digest = sha256();
    for (String folder : folders) {
      for (Path file : files(home.resolve(folder))) {
        String name = home.relativize(file).toString();
        byte[] bytes = Files.readAllBytes(file);
        names.append(name).append('\n');
        digest.update(bytes);
        put(out, "home/" + name, bytes);
      }
    }
    String all = HexFormat.of().formatHex(digest.digest(), 0, 8);
    put(out, "home/files.txt", (names + all + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void put(OutputStream out, String name, byte[] bytes) throws IOException {
    ((ZipOutputStream) out).putNextEntry(entry(name));
    out.write(bytes);
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    // In UTC whatever the machine's zone is.
    entry.setTimeLocal(time.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
    return entry;
  }

  private static List<ZipEntry> entries(ZipFile jar) {
    Enumeration<? extends ZipEntry> all = jar.entries();
    Stream.Builder<ZipEntry> entries = Stream.builder();
    while (all.hasMoreElements()) {
      entries.add(all.nextElement());
    }
    return entries.build().toList();
  }

  private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
