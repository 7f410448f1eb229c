namespace BotApi.Simulator;

/// <summary><c>PhotoSize</c> in JSON.</summary>
internal sealed record WirePhotoSize(string FileId, string FileUniqueId, int FileSize, int Width, int Height);
