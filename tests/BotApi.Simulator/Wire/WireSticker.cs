namespace BotApi.Simulator;

/// <summary><c>Sticker</c> in JSON.</summary>
internal sealed record WireSticker(
    int Width,
    int Height,
    string Emoji,
    bool IsAnimated,
    bool IsVideo,
    string Type,
    string FileId,
    string FileUniqueId,
    int FileSize);
