package dev.parley.identity.session;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Two processes of one deployment behind a balancer that chooses by chance.
final class Replicas {
  private final AtomicReferenceArray<SignInRig> all;

  Replicas(SignInRig one, SignInRig other) {
    all = new AtomicReferenceArray<>(new SignInRig[] {one, other});
  }

  void replace(int number, SignInRig started) {
    all.set(number, started);
  }

  SignInRig any(Random random) {
    return all.get(random.nextInt(2));
  }
}
