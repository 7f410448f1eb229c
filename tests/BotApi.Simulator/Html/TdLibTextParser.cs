using System.Text.Json;

namespace BotApi.Simulator;

/// <summary>Telegram's own parser, in TDLib's native library. Works offline and from any thread.</summary>
public sealed class TdLibTextParser : ITextParser
{
    private readonly TdJsonLibrary library;

    /// <summary>Loads the library (<c>libtdjson</c>) from the given path.</summary>
    /// <exception cref="DllNotFoundException">There is no such library.</exception>
    public TdLibTextParser(string libraryPath)
    {
        library = new TdJsonLibrary(libraryPath);
        library.Execute("""{"@type":"setLogVerbosityLevel","new_verbosity_level":0}""");
    }

    /// <inheritdoc />
    public ParsedText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var request = $$$"""
            {"@type":"parseTextEntities","text":{{{JsonSerializer.Serialize(text)}}},"parse_mode":{"@type":"textParseModeHTML"}}
            """;
        using var answer = JsonDocument.Parse(library.Execute(request));
        return TdLibFormattedText.Read(answer.RootElement);
    }
}
