package dev.zundacast.cli.terminal;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The texts for people that a package's sources hold, with a sign for each part that is computed.
 */
final class MessageSources {
  /** Stands for what is computed. */
  static final String GAP = "\u0001";

  private static final Pattern WORDS =
      Pattern.compile("(?s).*[a-z]{2,}[,:;]? +(\u0001 +)?[a-z('（]{2,}.*");

  /** Calls whose texts are no messages. */
  private static final Set<String> OTHERS =
      Set.of("compile", "matches", "replaceAll", "replaceFirst", "split", "getResourceAsStream");

  private MessageSources() {}

  /** All texts of several words in the sources of a folder, each as {@code File: text}. */
  static List<String> in(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, 1)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<String> texts = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Set<String> found = new TreeSet<>();
        new Scanner(found).scan(unit, null);
        String name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        found.forEach(text -> texts.add(name + ": " + text));
      }
      return texts;
    }
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final Set<String> found;

    Scanner(Set<String> found) {
      this.found = found;
    }

    /** Help stands in annotations, and is known by the commands themselves. */
    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void none) {
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      String name = call.getMethodSelect().toString();
      String method = name.substring(name.lastIndexOf('.') + 1);
      return OTHERS.contains(method) ? null : super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitBinary(BinaryTree sum, Void none) {
      if (sum.getKind() != Tree.Kind.PLUS) {
        return super.visitBinary(sum, none);
      }
      add(text(sum));
      inner(sum);
      return null;
    }

    /** Texts may stand in the computed parts, too. */
    private void inner(ExpressionTree tree) {
      if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        inner(sum.getLeftOperand());
        inner(sum.getRightOperand());
      } else if (!(tree instanceof LiteralTree)) {
        scan(tree, null);
      }
    }

    private static String text(ExpressionTree tree) {
      if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        return text(sum.getLeftOperand()) + text(sum.getRightOperand());
      }
      if (tree instanceof ParenthesizedTree inside) {
        return text(inside.getExpression());
      }
      boolean text = tree instanceof LiteralTree literal && literal.getValue() instanceof String;
      return text ? ((LiteralTree) tree).getValue().toString() : GAP;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text) {
        add(text);
      }
      return null;
    }

    private void add(String text) {
      String whole = text.replaceAll("%(\\d\\$)?-?,?[\\d.]*[sdf]", GAP).replaceAll(GAP + "+", GAP);
      whole.lines().filter(MessageSources::hasWords).map(String::strip).forEach(found::add);
    }
  }

  /** Whether a text has two words after each other, as a message does. */
  static boolean hasWords(String text) {
    return WORDS.matcher(text).matches();
  }

  /** For whoever translates: prints the texts of folders. */
  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      for (String text : in(Path.of(folder))) {
        System.out.println(text.replace(GAP, "{}").replace("\n", "\\n"));
      }
    }
  }
}
