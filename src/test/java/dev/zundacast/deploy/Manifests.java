package dev.zundacast.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.Programs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What kustomize makes of a folder of deploy/kubernetes, as the API's own types. */
final class Manifests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "batch/v1 Job", Job.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 Secret", Secret.class,
          "v1 PersistentVolumeClaim", PersistentVolumeClaim.class);

  private final List<HasMetadata> all;

  private Manifests(List<HasMetadata> all) {
    this.all = all;
  }

  static Manifests of(String folder) {
    return read(Programs.output("kubectl", "kustomize", "deploy/kubernetes/" + folder));
  }

  static Manifests read(String yaml) {
    List<HasMetadata> all = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
      Map<?, ?> fields = (Map<?, ?>) document;
      String kind = fields.get("apiVersion") + " " + fields.get("kind");
      Class<? extends HasMetadata> type = KINDS.get(kind);
      if (type == null) {
        throw new AssertionError("nobody knows a " + kind);
      }
      all.add(JSON.convertValue(document, type));
    }
    return new Manifests(all);
  }

  <T> List<T> all(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Job job() {
    return all(Job.class).get(0);
  }

  /** The fields that the API does not know, with where they stand. */
  List<String> unknownFields() {
    List<String> unknown = new ArrayList<>();
    all.forEach(it -> collect(it, it.getKind(), unknown));
    return unknown;
  }

  private static void collect(Object value, String at, List<String> unknown) {
    if (value instanceof Collection<?> list) {
      int place = 0;
      for (Object item : list) {
        collect(item, at + "[" + place++ + "]", unknown);
      }
    } else if (value != null
        && value.getClass().getName().startsWith("io.fabric8.kubernetes.api")) {
      for (Method getter : value.getClass().getMethods()) {
        if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
          look(value, getter, at, unknown);
        }
      }
    }
  }

  private static void look(Object value, Method getter, String at, List<String> unknown) {
    try {
      Object found = getter.invoke(value);
      if (getter.getName().equals("getAdditionalProperties")) {
        ((Map<?, ?>) found).keySet().forEach(key -> unknown.add(at + "." + key));
      } else {
        collect(found, at + "." + getter.getName().substring(3), unknown);
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
