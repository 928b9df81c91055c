package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The people of a product that was just set up.
final class Team {
  private static final String PASSWORD = "four words make a password";

  private final Client open;
  private final Client owner;

  /// Sets the product up.
  Team(Product product) {
    this.open = new Client(product.url());
    this.owner =
        signedIn(
            open.post(
                "/api/v1/setup",
                """
                {"token":"%s","workspace_name":"W","owner_name":"Olga",
                 "owner_email":"olga@example.org","owner_password":"%s"}
                """
                    .formatted(product.setupToken(), PASSWORD)));
  }

  Client owner() {
    return owner;
  }

  /// Lets somebody in.
  Client join(String name, String role) {
    var wish = "{\"email\":\"%s@example.org\",\"role\":\"%s\"}".formatted(name, role);
    var link = owner.post("/api/v1/admin/invitations", wish).json().path("link").asText();
    return signedIn(
        open.post(
            "/api/v1/auth/register",
            """
            {"email":"%1$s@example.org","name":"%1$s","password":"%2$s","invitation":"%3$s"}
            """
                .formatted(name, PASSWORD, link.substring(link.indexOf('#') + 1))));
  }

  private Client signedIn(Client.Reply reply) {
    assertEquals(201, reply.status(), reply.body());
    return open.as(reply.json().path("access_token").asText());
  }
}
