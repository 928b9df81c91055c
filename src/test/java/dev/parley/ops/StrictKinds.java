package dev.parley.ops;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Kubernetes' own kinds field by field, and those of others by the list of their fields in
/// `custom-kinds.yaml`. A server would ignore a misspelt field or refuse it; here it is a fault.
final class StrictKinds {
  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/LimitRange", LimitRange.class),
          Map.entry("v1/Namespace", Namespace.class),
          Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
          Map.entry("v1/ResourceQuota", ResourceQuota.class),
          Map.entry("v1/Secret", Secret.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("batch/v1/CronJob", CronJob.class),
          Map.entry("batch/v1/Job", Job.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("rbac.authorization.k8s.io/v1/ClusterRole", ClusterRole.class),
          Map.entry("rbac.authorization.k8s.io/v1/ClusterRoleBinding", ClusterRoleBinding.class),
          Map.entry("rbac.authorization.k8s.io/v1/Role", Role.class),
          Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class),
          Map.entry("storage.k8s.io/v1/StorageClass", StorageClass.class));

  /// The model keeps fields that it does not know in a map of their own; without that map they are
  /// errors.
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final JsonNode customKinds;

  StrictKinds(Path customKinds) throws IOException {
    this.customKinds = new YAMLMapper().readTree(customKinds.toFile());
  }

  /// What is wrong with one object; nothing when every field is known.
  List<String> faults(JsonNode object) {
    var kind = object.path("apiVersion").asText() + "/" + Manifests.kind(object);
    var type = KINDS.get(kind);
    if (type != null) {
      return faults(object, type);
    }
    return customKinds.has(kind)
        ? List.copyOf(unknown(object.path("spec"), customKinds.path(kind), "spec"))
        : List.of(kind + " is not known here");
  }

  private static List<String> faults(JsonNode object, Class<?> type) {
    try {
      var _ = STRICT.treeToValue(object, type);
      return List.of();
    } catch (IOException e) {
      var message = String.valueOf(e.getMessage());
      return List.of(Manifests.name(object) + ": " + message.lines().findFirst().orElse(""));
    }
  }

  /// Fields that the shape does not have. A shape is a map of fields, a list with the shape of each
  /// item, `any` for whatever there is, or `pod` for a pod's template.
  private static Set<String> unknown(JsonNode value, JsonNode shape, String path) {
    var faults = new TreeSet<String>();
    if (shape.isTextual()) {
      if (shape.asText().equals("pod")) {
        faults.addAll(faults(value, PodTemplateSpec.class));
      } else if (!shape.asText().equals("any") && value.isContainerNode()) {
        faults.add(path + " must be a plain value");
      }
    } else if (shape.isArray()) {
      for (var i = 0; i < value.size(); i++) {
        faults.addAll(unknown(value.path(i), shape.path(0), path + "[" + i + "]"));
      }
    } else {
      for (var field : value.properties()) {
        var below = path + "." + field.getKey();
        if (shape.has(field.getKey())) {
          faults.addAll(unknown(field.getValue(), shape.path(field.getKey()), below));
        } else {
          faults.add(below + " is unknown");
        }
      }
    }
    return faults;
  }
}
