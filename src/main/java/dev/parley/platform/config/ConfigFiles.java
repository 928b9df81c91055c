package dev.parley.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where configuration files are read from.
interface ConfigFiles {

  /// The text of a file; null when there is none of that name.
  @Nullable String read(String name);

  /// How faults call a file of this place.
  String shown(String name);

  /// The folder `config` of the class path.
  static ConfigFiles builtIn() {
    return new ConfigFiles() {
      @Override
      public @Nullable String read(String name) {
        try (InputStream in = ConfigFiles.class.getResourceAsStream("/config/" + name)) {
          return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public String shown(String name) {
        return "built-in " + name;
      }
    };
  }

  /// A folder on disk.
  static ConfigFiles in(Path folder) {
    return new ConfigFiles() {
      @Override
      public @Nullable String read(String name) {
        try {
          return Files.readString(folder.resolve(name));
        } catch (NoSuchFileException _) {
          return null;
        } catch (IOException e) {
          throw new WrongConfiguration(List.of(shown(name) + ": cannot be read: " + e));
        }
      }

      @Override
      public String shown(String name) {
        return folder.resolve(name).toString();
      }
    };
  }
}
