using System.Text.RegularExpressions;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Conversations;

/// <summary>The bot's own words, from `prompts/texts.{en,uk,ru}.yaml`: a key gives the words in each language.</summary>
internal sealed partial class Texts
{
    private readonly Dictionary<string, string>[] byLanguage;

    private Texts(Dictionary<string, string>[] byLanguage) => this.byLanguage = byLanguage;

    public IReadOnlyCollection<string> Keys => byLanguage[0].Keys;

    /// <exception cref="YamlFileException">A file is missing, or a language lacks a key or a placeholder that another has.</exception>
    public static Texts Load(string folder)
    {
        var texts = LanguageCodes.All.Select(code => Read(FileOf(folder, code))).ToArray();
        foreach (var (code, own) in LanguageCodes.All.Zip(texts))
        {
            foreach (var (key, text) in texts.SelectMany(other => other))
            {
                if (!own.TryGetValue(key, out var words)) throw new YamlFileException($"{FileOf(folder, code)}: the text '{key}' is missing");
                if (!Placeholders(words).SetEquals(Placeholders(text)))
                    throw new YamlFileException($"{FileOf(folder, code)}: the text '{key}' has the placeholders {string.Join(' ', Placeholders(words))}, in another language {string.Join(' ', Placeholders(text))}");
            }
        }
        return new Texts(texts);
    }

    public string this[string key, Language language] =>
        byLanguage[(int)language].TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"There is no text '{key}' in prompts/texts.{language.Code()}.yaml.");

    /// <summary>The words of <paramref name="key"/> with its {name} replaced by what is given for it.</summary>
    public string Fill(string key, Language language, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key, language];
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        return text;
    }

    private static string FileOf(string folder, string code) => Path.Combine(folder, $"texts.{code}.yaml");

    private static Dictionary<string, string> Read(string path) =>
        YamlFile.Load(path).Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text.Trim());

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
