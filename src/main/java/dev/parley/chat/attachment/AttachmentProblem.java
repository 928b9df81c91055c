package dev.parley.chat.attachment;

import dev.parley.platform.config.ByteSize;
import dev.parley.platform.http.Failure;

/// What can go wrong with attachments.
public abstract sealed class AttachmentProblem extends Failure {
  private static final long serialVersionUID = 1L;

  private AttachmentProblem(int status, String code, String detail) {
    super(status, code, detail);
  }

  /// There is none, or it is not of the caller.
  public static final class Unknown extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    public Unknown() {
      super(404, "attachment_unknown", "There is no such attachment in this conversation.");
    }
  }

  /// The file is no image that models take.
  public static final class NoImage extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    NoImage() {
      super(415, "attachment_type", "Only PNG, JPEG, GIF and WebP images can be attached.");
    }
  }

  /// The picture has more pixels than those who would show it have room for.
  public static final class TooLarge extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
      super(
          422,
          "attachment_pixels",
          "The picture must have at most " + most / 1_000_000 + " million pixels.");
    }
  }

  /// The images of the person take all the room that they have.
  public static final class NoRoom extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    NoRoom(ByteSize most) {
      super(
          409,
          "attachments_no_room",
          "Your images may take "
              + most
              + " together, and this one would be too much. Delete conversations with images.");
    }
  }

  /// The conversation has as many as it may have.
  public static final class TooMany extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    TooMany(int most) {
      super(409, "attachments_full", "A conversation holds at most " + most + " attachments.");
    }
  }

  /// A person answers; what is said to them is text alone.
  public static final class NotTaken extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    public NotTaken() {
      super(
          409,
          "attachments_not_taken",
          "A person answers here now; what is said to them is text alone.");
    }
  }

  /// The model reads texts alone.
  public static final class NotSeen extends AttachmentProblem {
    private static final long serialVersionUID = 1L;

    public NotSeen(String route) {
      super(
          422,
          "images_not_read",
          "The model \"" + route + "\" cannot see images. Ask without them, or another model.");
    }
  }
}
