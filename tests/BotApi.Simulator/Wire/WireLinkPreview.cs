namespace BotApi.Simulator;

/// <summary><c>LinkPreviewOptions</c> in JSON.</summary>
internal sealed record WireLinkPreview(bool IsDisabled)
{
    public static WireLinkPreview Disabled { get; } = new(true);
}
