using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Corpus;

/// <summary>Names and terms of the conflict, found in a text by any of their usual forms in English, Ukrainian and Russian.</summary>
internal sealed class Lexicon
{
    /// <summary>Acronyms that are common words too, so only their capitals count: US, WHO.</summary>
    private static readonly string[] CommonWords = ["us", "who", "it", "all", "aid", "cis", "sbu"];

    private readonly FormTable<Form> latin = new(_ => false);
    private readonly FormTable<Form> cyrillic = new(Inflection.IsCaseEnding);
    private readonly Dictionary<string, Entity> byId = [];

    /// <param name="IsAdjective">"Ukrainian", «російський»: the entity is meant, but does not speak or act.</param>
    public sealed record Form(Entity Entity, bool IsAdjective);

    /// <exception cref="YamlFileException">An entry is not as it should be.</exception>
    public static Lexicon Load(string path) => Read(YamlFile.Load(path));

    /// <exception cref="YamlFileException">An entry is not as it should be.</exception>
    public static Lexicon Read(YamlFile entries)
    {
        var lexicon = new Lexicon();
        foreach (var entry in entries.Items) lexicon.Add(entry);
        return lexicon;
    }

    public GivenNames GivenNames { get; } = new();

    public IReadOnlyCollection<Entity> Entities => byId.Values;

    public Entity? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The longest form that these words begin with, or null.</summary>
    public FormTable<Form>.Match? At(ReadOnlySpan<string> words, Token first) =>
        (first.IsCyrillic ? cyrillic : latin).At(words, inCapitals: first.Shape is TokenShape.Capitals);

    /// <summary>Whether a form begins with the word.</summary>
    public bool Begins(Token word) => (word.IsCyrillic ? cyrillic : latin).Begins(word.Word, 1);

    /// <summary>What has a form of one word that is so many edits from this one.</summary>
    public IEnumerable<Form> Nearest(Token word, int edits) => (word.IsCyrillic ? cyrillic : latin).Nearest(word.Word, edits);

    /// <summary>Whether what <paramref name="speaker"/> says is an answer to what <paramref name="asked"/> says: the same, or one who speaks for it by office or side.</summary>
    public bool SpeaksFor(Entity speaker, Entity asked)
    {
        if (speaker.Id == asked.Id || speaker.SpeaksFor.Contains(asked.Id)) return true;
        if (asked.Kind is EntityKind.Person) return false;
        if (asked.Kind is EntityKind.Place or EntityKind.Organisation) return speaker.Side == asked.Id || speaker.Side is { } side && Find(side)?.Side == asked.Id;
        // Those who speak for one institution of a state are not heard for another: a ministry is not the presidency.
        return false;
    }

    private void Add(YamlFile entry)
    {
        var id = entry["id"].Text;
        if (entry["kind"].Text == "given-name")
        {
            GivenNames.Add(entry);
            return;
        }
        if (!Enum.TryParse<EntityKind>(entry["kind"].Text, ignoreCase: true, out var kind))
            throw entry["kind"].Fault($"kind is '{entry["kind"].Text}'; one of {string.Join(", ", Enum.GetNames<EntityKind>()).ToLowerInvariant()} is expected");
        var entity = new Entity(id, kind, PerLanguage(entry["name"]), entry.Find("role") is { } role ? PerLanguage(role) : null, entry.FindText("side"), entry.Find("speaks-for")?.Texts ?? []);
        if (!byId.TryAdd(id, entity)) throw entry.Fault($"the id '{id}' is taken already");
        foreach (var key in (ReadOnlySpan<string>)["forms", "misspellings"]) AddForms(entry.Find(key), new Form(entity, IsAdjective: false));
        AddForms(entry.Find("adjectives"), new Form(entity, IsAdjective: true));
    }

    private static string[] PerLanguage(YamlFile names) => [.. LanguageCodes.All.Select(code => names[code].Text)];

    private void AddForms(YamlFile? forms, Form form)
    {
        foreach (var (code, list) in forms?.Entries ?? [])
        {
            foreach (var text in list.Texts)
            {
                var words = FormWords.Read(text);
                if (words.Length == 0) throw list.Fault($"the form '{text}' of '{form.Entity.Id}' holds no word");
                (code == "en" ? latin : cyrillic).Add(words, form, caseMatters: words.Length == 1 && CommonWords.Contains(words[0]) && text.Length <= 4);
            }
        }
    }
}
