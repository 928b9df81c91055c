package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may make an account is decided while the product runs, in the first workspace.
final class RegistrationSettingIT {
  private static final String SETTINGS = "/api/v1/admin/settings";
  private static final String PASSWORD = "four words make a password";

  private static Product product;
  private static Client open;
  private static Client owner;

  @BeforeAll
  static void start() {
    product = Product.guarded("REGISTRATION", "closed");
    open = new Client(product.url());
    var wish =
        """
        {"token":"%s","workspace_name":"Otters","owner_name":"Olga",
         "owner_email":"olga@example.org","owner_password":"%s"}
        """
            .formatted(product.setupToken(), PASSWORD);
    var setUp = open.post("/api/v1/setup", wish);
    assertEquals(201, setUp.status(), setUp.body());
    owner = open.as(setUp.json().path("access_token").asText());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void itIsOpenedAndClosed() {
    assertEquals("closed", mode());
    assertEquals(403, register("ann").status());

    choose("open");
    assertEquals("open", mode());
    var member = register("ann");
    assertEquals(201, member.status(), member.body());
    var ann = open.as(member.json().path("access_token").asText());
    assertEquals(403, ann.get(SETTINGS).status());
    assertEquals(401, open.get(SETTINGS).status());

    choose("invitation");
    assertEquals("invitation", mode());
    assertEquals(403, register("ben").status());
  }

  @Test
  void anotherWorkspaceHasNoSuchSettingAndNothingOfThisOne() {
    var made =
        owner.post(
            "/api/v1/admin/workspaces", "{\"name\":\"Bears\",\"owner_email\":\"bo@example.org\"}");
    assertEquals(201, made.status(), made.body());
    var link = made.json().path("link").asText();
    var invitation = link.substring(link.indexOf('#') + 1);
    var registered =
        open.post(
            "/api/v1/auth/register",
            "{\"email\":\"bo@example.org\",\"name\":\"Bo\",\"password\":\"%s\",\"invitation\":\"%s\"}"
                .formatted(PASSWORD, invitation));
    assertEquals(201, registered.status(), registered.body());
    var bo = open.as(registered.json().path("access_token").asText());
    choose("closed");

    var refused =
        bo.patch(SETTINGS, "{\"version\":0,\"values\":{\"accounts.registration\":\"open\"}}");
    assertEquals(400, refused.status(), refused.body());
    var own = bo.patch(SETTINGS, "{\"version\":0,\"values\":{\"workspace.accent\":\"rose\"}}");
    assertEquals(1, own.json().path("version").asInt(), own.body());

    assertEquals("rose", bo.get("/api/v1/session").json().at("/workspace/accent").asText());
    assertEquals("green", owner.get("/api/v1/session").json().at("/workspace/accent").asText());
  }

  private static String mode() {
    return open.get("/api/v1/auth/methods").json().path("registration").asText();
  }

  private static Client.Reply register(String name) {
    return open.post(
        "/api/v1/auth/register",
        "{\"email\":\"%1$s@example.org\",\"name\":\"%1$s\",\"password\":\"%2$s\"}"
            .formatted(name, PASSWORD));
  }

  private static void choose(String registration) {
    var version = owner.get(SETTINGS).json().path("version").asInt();
    var wish =
        "{\"version\":%d,\"values\":{\"accounts.registration\":\"%s\"}}"
            .formatted(version, registration);
    var reply = owner.patch(SETTINGS, wish);
    assertEquals(200, reply.status(), reply.body());
  }
}
