package dev.zundacast.message;

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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The texts that look like sentences in the program's sources, with {} for each part that is
 * computed.
 */
final class MessageSources {
  /** Stands for what is computed. */
  private static final String GAP = "\u0001";

  private static final Pattern WORDS =
      Pattern.compile("(?s).*[a-z]{2,}[,:;]? +(\u0001 +)?[a-z('（]{2,}.*");

  /** Calls whose texts are no messages. */
  private static final Set<String> OTHERS =
      Set.of("compile", "matches", "replaceAll", "replaceFirst", "split", "getResourceAsStream");

  private MessageSources() {}

  /** All texts of several words in the program's sources. */
  static Set<String> all() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Set<String> found = new TreeSet<>();
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
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(found).scan(unit, null);
      }
    }
    return found;
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
      whole
          .lines()
          .filter(it -> WORDS.matcher(it).matches())
          .map(it -> it.strip().replace(GAP, "{}"))
          .forEach(found::add);
    }
  }
}
