using Bot.Answering;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Retrieval;

public class SavedIndexTests
{
    private readonly string folder = Some.Folder();
    private readonly string path;

    public SavedIndexTests()
    {
        path = Path.Combine(Some.Folder(), "bot.db.index");
        Write("bridge", "The bridge was opened on 4 May 2011.");
        Write("harbour", "The harbour of Odesa was closed in winter.");
    }

    private SavedIndex File(byte version = 1) => new(path, [version]);

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(folder, name + ".txt"), text);

    /// <summary>Starts over the folder, and tells what of the corpus was read into the index.</summary>
    private (LiveIndex Live, double Read) Start(byte version = 1)
    {
        var read = new Read();
        return (new LiveIndex(new CorpusFolder(folder, []), Repository.Library.Analyzer, File(version), read), read.Share);
    }

    private sealed class Read : IProgress<double>
    {
        public double Share { get; private set; }

        public void Report(double value) => Share = value;
    }

    private static string FirstStatement(LiveIndex live, string question) => Some.Answer(Question.Of(question), live.Current).Statements[0].Text;

    [Fact]
    public void A_start_over_a_saved_index_answers_as_before_and_reads_nothing()
    {
        Start().Live.Save(File());

        var (live, read) = Start();

        Assert.Equal("The bridge was opened on 4 May 2011.", FirstStatement(live, "When was the bridge opened?"));
        Assert.Equal((0, null), (read, live.NotLoaded));
    }

    [Fact]
    public void What_changed_while_the_bot_was_away_is_read()
    {
        Start().Live.Save(File());
        Write("bridge", "The bridge was opened on 5 June 2012.");
        System.IO.File.Delete(Path.Combine(folder, "harbour.txt"));
        Write("school", "The school was opened on 1 September 2020.");

        var (live, read) = Start();

        Assert.Equal(1, read);
        Assert.Equal("The bridge was opened on 5 June 2012.", FirstStatement(live, "When was the bridge opened?"));
        Assert.Equal("The school was opened on 1 September 2020.", FirstStatement(live, "When was the school opened?"));
        Assert.Equal((2, false), (live.Current.Count, live.Current.Holds("@odesa")));
    }

    [Fact]
    public void A_damaged_file_is_noticed_and_the_index_made_anew()
    {
        Start().Live.Save(File());
        var bytes = System.IO.File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at += 29)
        {
            bytes[at] ^= 1;
            System.IO.File.WriteAllBytes(path, bytes);

            var (live, read) = Start();

            Assert.Equal((1, $"'{path}' is damaged"), (read, live.NotLoaded));
            Assert.Equal("The bridge was opened on 4 May 2011.", FirstStatement(live, "When was the bridge opened?"));
            bytes[at] ^= 1;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(100)]
    public void So_is_one_that_was_cut_off(int length)
    {
        Start().Live.Save(File());
        System.IO.File.WriteAllBytes(path, System.IO.File.ReadAllBytes(path)[..length]);

        Assert.Equal($"'{path}' is damaged", Start().Live.NotLoaded);
    }

    [Fact]
    public void One_of_another_version_or_vocabulary_is_passed_over()
    {
        Start().Live.Save(File());

        var (live, read) = Start(version: 2);

        Assert.Equal((1, null), (read, live.NotLoaded));
    }

    [Fact]
    public void What_is_saved_already_is_not_written_again()
    {
        var (live, _) = Start();
        live.Save(File());
        System.IO.File.Delete(path);

        live.Save(File());
        Assert.False(System.IO.File.Exists(path));
        Write("school", "The school was opened on 1 September 2020.");
        live.Reload();
        live.Save(File());

        Assert.True(System.IO.File.Exists(path));
    }

    [Fact]
    public void A_change_of_the_lexicon_makes_another_index()
    {
        var lexicon = Path.Combine(Some.Folder(), "lexicon.yaml");
        System.IO.File.Copy(Repository.At("seeds/lexicon.yaml"), lexicon);
        var settings = Repository.Settings with
        {
            Storage = new StorageSettings { Connection = $"Data Source={path[..^".index".Length]}" },
            Corpus = Repository.Settings.Corpus with { Folder = folder, Lexicon = lexicon },
        };
        Library.Open(settings).Index.Save(SavedIndex.Of(settings));
        System.IO.File.AppendAllText(lexicon, "- { id: bridge-of-peace, kind: place, name: { en: Bridge, uk: Міст, ru: Мост }, forms: { en: [bridge], uk: [міст*], ru: [мост*] } }\n");

        Assert.True(Library.Open(settings).Index.Current.Holds("@bridge-of-peace"));
    }

    [Fact]
    public async Task The_service_saves_its_index_beside_the_database()
    {
        await using var service = await PageService.WithDocumentsAsync(("bridge.txt", "The bridge was opened on 4 May 2011."));

        await TelegramBot.UntilAsync(() => System.IO.File.Exists(service.Database + ".index"));
    }
}
