using System.Reflection;

namespace Bot.Configuration;

/// <summary>How this build was made.</summary>
internal static class BuildInfo
{
    /// <summary>"packages" (Telegram.Bot) or "built-in".</summary>
    public static string Adapters { get; } =
        typeof(BuildInfo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Adapters").Value!;
}
