using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Corpus;

public class VocabularyTests
{
    private static readonly string[] Languages = ["en", "uk", "ru"];

    private static IEnumerable<YamlFile> Entries(string file) => YamlFile.Load(Repository.At(file)).Items;

    [Fact]
    public void The_lexicon_knows_at_least_250_names_of_every_kind()
    {
        var entities = Repository.Library.Lexicon.Entities;

        Assert.True(entities.Count >= 250, $"{entities.Count}");
        Assert.Equal(Enum.GetValues<EntityKind>(), entities.Select(entity => entity.Kind).Distinct().Order());
        Assert.All(entities.Where(entity => entity.Kind is EntityKind.Person), person => Assert.NotNull(person.Roles));
    }

    [Fact]
    public void Sides_and_those_spoken_for_are_entries_themselves()
    {
        var lexicon = Repository.Library.Lexicon;

        Assert.All(lexicon.Entities, entity => Assert.All(entity.SpeaksFor.Append(entity.Side ?? entity.Id), id => Assert.NotNull(lexicon.Find(id))));
    }

    /// <summary>Only an entry that adds a word of its own in each language counts.</summary>
    [Fact]
    public void The_glossary_has_at_least_1500_words_each_in_three_languages()
    {
        var entries = Entries("seeds/glossary.yaml").ToList();
        var owners = entries.SelectMany(entry => Forms(entry)).CountBy(form => form).ToDictionary();

        var words = entries.Count(entry => Languages.All(language => entry[language].Texts.Any(form => owners[$"{language} {form.ToLowerInvariant()}"] == 1)));

        Assert.True(words >= 1500, $"{words}");
        Assert.All(entries, entry => Assert.All(Languages, language => Assert.NotEmpty(entry[language].Texts)));
    }

    [Theory]
    [InlineData("seeds/glossary.yaml")]
    [InlineData("seeds/lexicon.yaml")]
    public void No_form_stands_in_two_entries_unless_both_say_so(string file)
    {
        var owners = new Dictionary<string, YamlFile>();
        var clashes = new List<string>();
        foreach (var entry in Entries(file))
        {
            foreach (var form in Forms(entry))
            {
                if (owners.TryAdd(form, entry)) continue;
                var (one, other) = (owners[form], entry);
                if (one["id"].Text == other["id"].Text || (Shares(one, other) && Shares(other, one))) continue;
                clashes.Add($"{form}: {one["id"].Text}, {other["id"].Text}");
            }
        }
        Assert.Empty(clashes);
    }

    [Theory]
    [InlineData("Zelensky met them", "@volodymyr-zelenskyy")]
    [InlineData("зустріч із Зеленським", "@volodymyr-zelenskyy")]
    [InlineData("Зеленского спросили", "@volodymyr-zelenskyy")]
    [InlineData("речник Кремля", "@kremlin")]
    [InlineData("в Киеве", "@kyiv")]
    [InlineData("у Києві", "@kyiv")]
    [InlineData("Kiev", "@kyiv")]
    [InlineData("войска НАТО", "@nato")]
    [InlineData("the U.S. envoy", "@united-states")]
    [InlineData("США", "@united-states")]
    [InlineData("Дональда Трампа", "@donald-trump")]
    public void A_name_is_found_in_any_of_its_forms(string text, string term) =>
        Assert.Contains(term, Terms(text));

    [Theory]
    [InlineData("they told us so")]
    [InlineData("who said it")]
    public void A_common_word_is_no_acronym(string text) => Assert.DoesNotContain(Terms(text), term => term.StartsWith('@'));

    [Theory]
    [InlineData("refused", "відмовився", "отказался")]
    [InlineData("peacekeepers", "миротворців", "миротворцев")]
    [InlineData("summit", "саміті", "саммита")]
    [InlineData("ceasefire", "перемир’я", "перемирие")]
    [InlineData("6 March", "6 березня", "6 марта")]
    [InlineData("twenty", "двадцять", "двадцать")]
    public void A_word_meets_its_likes_in_the_other_languages(string english, string ukrainian, string russian)
    {
        Assert.Equal(Terms(english), Terms(ukrainian));
        Assert.Equal(Terms(english), Terms(russian));
    }

    private static IEnumerable<string> Terms(string text) =>
        Repository.Library.Analyzer.Analyze(text, LanguageDetector.Detect(text)!.Value).Select(unit => unit.Term);

    private static bool Shares(YamlFile one, YamlFile other) => one.Find("shared-with")?.Texts.Contains(other["id"].Text) == true;

    private static IEnumerable<string> Forms(YamlFile entry)
    {
        YamlFile?[] blocks = entry.Find("kind") is null ? [entry] : [entry.Find("forms"), entry.Find("misspellings"), entry.Find("adjectives")];
        return blocks.OfType<YamlFile>().SelectMany(block => Languages.SelectMany(language => block.Find(language)?.Texts.Select(form => $"{language} {form.ToLowerInvariant()}") ?? [])).Distinct();
    }
}
