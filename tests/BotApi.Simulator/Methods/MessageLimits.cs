namespace BotApi.Simulator;

/// <summary>How long things may be, in UTF-16 units.</summary>
internal static class MessageLimits
{
    /// <summary>A message, counted after parsing.</summary>
    public const int Text = 4096;

    /// <summary>The words under a picture.</summary>
    public const int Caption = 1024;

    /// <summary>What a bot can do, shown in an empty chat.</summary>
    public const int Description = 512;

    /// <summary>What a bot is, shown on its profile.</summary>
    public const int ShortDescription = 120;

    /// <summary>The notice after a pressed button.</summary>
    public const int CallbackAnswer = 200;
}
