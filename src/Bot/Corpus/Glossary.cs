using System.Globalization;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>Common words of questions and news, found in a text by their forms in the text's language.</summary>
internal sealed class Glossary
{
    private readonly FormTable<Concept>[] tables =
    [
        new(_ => false),
        new(tail => Inflection.IsEnding(tail, LongestEnding)),
        new(tail => Inflection.IsEnding(tail, LongestEnding)),
    ];

    private readonly Dictionary<string, Concept> byId = [];

    private const int LongestEnding = 9;

    /// <exception cref="YamlFileException">An entry is not as it should be.</exception>
    public static Glossary Load(string path) => Read(YamlFile.Load(path));

    /// <exception cref="YamlFileException">An entry is not as it should be.</exception>
    public static Glossary Read(YamlFile entries)
    {
        var glossary = new Glossary();
        foreach (var entry in entries.Items) glossary.Add(entry);
        return glossary;
    }

    public Concept? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// The longest form that these words begin with, or null. <paramref name="stems"/> are the English stems of the words.
    /// A Ukrainian text is read with Ukrainian forms first and Russian ones second, and the other way round: people mix.
    /// </summary>
    public FormTable<Concept>.Match? At(ReadOnlySpan<string> words, ReadOnlySpan<string> stems, Token first, Language language)
    {
        if (!first.IsCyrillic) return tables[(int)Language.English].At(stems);
        var own = language is Language.Russian ? Language.Russian : Language.Ukrainian;
        var other = own is Language.Russian ? Language.Ukrainian : Language.Russian;
        return tables[(int)own].At(words) ?? tables[(int)other].At(words);
    }

    /// <summary>The entry that the word stands for by itself, or null.</summary>
    /// <param name="stem">Its English stem, where it is Latin.</param>
    public Concept? Find(Token word, string stem, Language language) => At([word.Word], [stem], word, language)?.Entry;

    /// <summary>Whether a form of several words begins with the word, in any language that it may be of.</summary>
    /// <param name="stem">Its English stem, where it is Latin.</param>
    public bool BeginsPhrase(Token word, string stem) => word.IsCyrillic
        ? tables[(int)Language.Ukrainian].Begins(word.Word, 2) || tables[(int)Language.Russian].Begins(word.Word, 2)
        : tables[(int)Language.English].Begins(stem, 2);

    /// <summary>What has a form of one word that is so many edits from this one.</summary>
    public IEnumerable<Concept> Nearest(Token word, int edits, Language language)
    {
        var spoken = !word.IsCyrillic ? Language.English : language is Language.Russian ? Language.Russian : Language.Ukrainian;
        return tables[(int)spoken].Nearest(word.IsCyrillic ? word.Word : EnglishWord.Stem(word.Word), edits);
    }

    private void Add(YamlFile entry)
    {
        var id = entry["id"].Text;
        var concept = new Concept(id, entry["group"].Text, entry.FindText("light") == "true", ReadValue(entry), entry.Find("near")?.Texts ?? []);
        if (!byId.TryAdd(id, concept)) throw entry.Fault($"the id '{id}' is taken already");
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var form in entry[language.Code()].Texts)
            {
                var words = FormWords.Read(form);
                if (words.Length == 0) throw entry[language.Code()].Fault($"the form '{form}' of '{id}' holds no word");
                tables[(int)language].Add(language is Language.English ? [.. words.Select(EnglishWord.Stem)] : words, concept);
                if (language is Language.Ukrainian && words is [[.., '*'] only] && Inflection.Softened(only[..^1]) is { } softened) tables[(int)language].Add([softened], concept);
            }
        }
    }

    private static decimal? ReadValue(YamlFile entry) =>
        entry.FindText("value") is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value
        : throw entry["value"].Fault($"value is '{text}'; a number is expected");
}
