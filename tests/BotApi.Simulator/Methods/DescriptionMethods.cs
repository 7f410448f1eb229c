using System.Collections.Concurrent;

namespace BotApi.Simulator;

/// <summary>Setting and getting one of the bot's descriptions, which may differ by language.</summary>
internal sealed class DescriptionMethods(string name, int maxLength, string tooLong)
{
    private readonly ConcurrentDictionary<string, string> texts = new();

    public ApiAnswer Set(CallParameters parameters)
    {
        var language = LanguageCode.Read(parameters);
        var text = TextCleaner.Clean(parameters.Text(name)).Trim();
        if (text.EnumerateRunes().Count() > maxLength)
        {
            throw ApiException.BadRequest(tooLong);
        }

        texts[language] = text;
        return ApiAnswer.True;
    }

    /// <summary>This language's text, or else that for all languages.</summary>
    public ApiAnswer Get(CallParameters parameters)
    {
        var text = texts.GetValueOrDefault(LanguageCode.Read(parameters), "");
        if (text.Length == 0)
        {
            text = texts.GetValueOrDefault("", "");
        }

        var answer = new Dictionary<string, string> { [name] = text };
        return ApiAnswer.Ok(answer, WireJson.Default.DictionaryStringString);
    }
}
