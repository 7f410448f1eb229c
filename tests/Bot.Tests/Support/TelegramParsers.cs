using BotApi.Simulator;

namespace Bot.Tests.Support;

/// <summary>Telegram's own parser where its library is there, and our strict one.</summary>
internal static class TelegramParsers
{
    public static ITextParser Strict { get; } = new StrictTextParser();

    /// <summary>Skips the test where TDJSON_LIBRARY names no library.</summary>
    public static ITextParser TelegramsOwn()
    {
        var library = Environment.GetEnvironmentVariable(BotApiOptions.LibraryVariable);
        Skip.If(library is null || !File.Exists(library), "TDJSON_LIBRARY does not name Telegram's library libtdjson.so");
        return new TdLibTextParser(library!);
    }
}
