using System.Collections.Frozen;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>Given names that the languages translate: Микола is Николай is Nikolai. By itself such a name is nobody's; it only meets its likes.</summary>
internal sealed class GivenNames
{
    /// <summary>Tells the sound of «Петро» from that of «Петров», whose ending a stemmer takes off.</summary>
    private const char Mark = '+';

    /// <summary>Of the singular, and none that makes a surname of a given name: Петра, but not Петров.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CaseEndings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "а", "я", "у", "ю", "о", "е", "є", "і", "ї", "и", "ы", "й", "ом", "ем", "єм", "ой", "ей", "ою", "ею", "єю", "ові", "еві", "єві",
        "ій", "ия", "ія", "ию", "ію", "ии", "ії", "ие", "ий", "ией", "ією", "ием", "ієм", "ієві", "ья", "ью", "ьи", "ье", "ьей", "ьею")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FormTable<string> latin = new(_ => false);
    private readonly FormTable<string> cyrillic = new(CaseEndings.Contains);

    /// <summary>Whether a term is the sound of a given name.</summary>
    public static bool IsSound(string term) => term.EndsWith(Mark);

    /// <summary>The sound all spellings and translations of a name share; null for any other word.</summary>
    public string? SoundOf(string word, bool isCyrillic) => (isCyrillic ? cyrillic : latin).At([word])?.Entry;

    /// <exception cref="YamlFileException">The entry holds no English form.</exception>
    public void Add(YamlFile entry)
    {
        var forms = entry["forms"];
        if (forms["en"].Texts is not [var first, ..]) throw forms.Fault("a given name needs an English form");
        var sound = Transliteration.Skeleton(first.ToLowerInvariant()) + Mark;
        foreach (var language in LanguageCodes.All)
        {
            foreach (var form in forms[language].Texts) (language == "en" ? latin : cyrillic).Add(FormWords.Read(form), sound);
        }
    }
}
