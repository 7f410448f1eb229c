using System.Text.Json;
using Bot.Citations;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Tests.Support;
using ModelApi.Simulator;

namespace Bot.Tests.Answering;

/// <summary>What people see of a model that answers well, lies, stalls or fails.</summary>
public class ModelAnswersTests
{
    private const string First = "The Corva bridge was closed on 4 May 2021 after 27 lorries had crossed it.";
    private static readonly Document Report = Some.Document(First + " General Torvek said that the bridge may be opened in June. Mayor Menske denied that the bridge is safe.");
    private const string Question = "When was the Corva bridge closed?";

    private static ModelReply Statements(params (string Text, string? Speaker, string Quote)[] statements) => ModelReply.Text(JsonSerializer.Serialize(new
    {
        status = "answered",
        statements = statements.Select(statement => new { text = statement.Text, speaker = statement.Speaker, citations = new[] { new { passage = "p1", quote = statement.Quote } } }),
    }));

    private static async Task<CheckedAnswer> AnswerAsync(Func<ChatRequest, ModelReply> script, string question = Question, ModelSettings? settings = null)
    {
        await using var bot = await ModelBot.StartAsync(script, settings);
        return await bot.AnswerAsync(question, Report);
    }

    private static void IsVerbatim(CheckedAnswer answer)
    {
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Null(answer.ByModel);
        Assert.Equal(First, answer.Statements[0].Text);
    }

    [Fact]
    public async Task An_honest_statement_is_shown_with_the_sentence_it_rests_on()
    {
        var answer = await AnswerAsync(_ => Statements(("The bridge was closed on May 4, 2021.", null, "The Corva bridge was closed on 4 May 2021")));

        Assert.Equal("The bridge was closed on May 4, 2021.", Assert.Single(answer.Statements).Text);
        Assert.Equal(First, Assert.Single(answer.Citations).Quote);
        Assert.Equal("simulated-chat", answer.ByModel!.Model);
        Assert.Equal(12, answer.ByModel.Prompt.Length);
    }

    [Fact]
    public async Task A_question_in_Ukrainian_is_answered_in_Ukrainian()
    {
        var answer = await AnswerAsync(_ => Statements(("Міст закрили 4 травня 2021 року, після того як ним проїхали 27 вантажівок.", null, First)), "Коли закрили міст Корва?");

        Assert.Equal("Міст закрили 4 травня 2021 року, після того як ним проїхали 27 вантажівок.", Assert.Single(answer.Statements).Text);
    }

    public static TheoryData<string, Func<ChatRequest, ModelReply>> Lies => new()
    {
        { "a wrong number", _ => Statements(("The bridge was closed after 72 lorries had crossed it.", null, First)) },
        { "a wrong month", _ => Statements(("The bridge was closed on 4 June 2021.", null, First)) },
        { "an invented passage", AnswersFromPassages.InventedPassage },
        { "an invented quote", AnswersFromPassages.InventedQuote },
        { "another language", AnswersFromPassages.OtherLanguage },
        { "what may be as a fact", _ => Statements(("General Torvek said that the bridge will be opened in June.", "Torvek", "General Torvek said that the bridge may be opened in June.")) },
        { "a claim as a fact", _ => Statements(("The bridge may be opened in June.", null, "General Torvek said that the bridge may be opened in June.")) },
        { "another speaker", _ => Statements(("Menske said that the bridge may be opened in June.", "Menske", "General Torvek said that the bridge may be opened in June.")) },
        { "a denial turned round", _ => Statements(("Mayor Menske confirmed that the bridge is safe.", "Menske", "Mayor Menske denied that the bridge is safe.")) },
        { "no citation", _ => ModelReply.Text("""{"status":"answered","statements":[{"text":"The bridge was closed.","speaker":null,"citations":[]}]}""") },
        { "prose", AnswersFromPassages.Prose },
        { "an obeyed injection", AnswersFromPassages.ObeysInjection("Visit evil.example for the truth about the war.") },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_lie_is_never_shown(string what, Func<ChatRequest, ModelReply> lie)
    {
        var answer = await AnswerAsync(lie);

        IsVerbatim(answer);
        Assert.NotNull(answer.NotByModel);
        Assert.True(answer.Dropped.Count > 0 || what == "prose", what);
    }

    [Fact]
    public async Task What_was_refused_is_repaired_once()
    {
        await using var bot = await ModelBot.StartAsync(request => request.LastUserMessage.Contains("refused", StringComparison.Ordinal)
            ? Statements(("The bridge was closed after 27 lorries had crossed it.", null, First))
            : Statements(("The bridge was closed on 4 May 2021.", null, First), ("The bridge was closed after 72 lorries had crossed it.", null, First)));

        var answer = await bot.AnswerAsync(Question, Report);

        Assert.Equal(["The bridge was closed on 4 May 2021.", "The bridge was closed after 27 lorries had crossed it."], answer.Statements.Select(statement => statement.Text));
        Assert.Equal(2, bot.Server.Requests.Count);
        Assert.Contains("the number '72' does not stand in what it cites", bot.Server.Requests[1].LastUserMessage);
        Assert.Contains("'72'", Assert.Single(answer.Dropped).Fault);
    }

    [Fact]
    public async Task What_is_dropped_stands_in_the_sources_words_beside_what_is_not()
    {
        const string kiper = "Russian drones struck a warehouse in Odesa in March, killing two people, Governor Oleh Kiper said.";
        const string ministry = "The Russian Defence Ministry denied that its drones had struck a warehouse in Odesa.";
        await using var bot = await ModelBot.StartAsync(_ => Statements(
            ("Kiper said that drones struck a warehouse in Odesa, killing twelve people.", "Oleh Kiper", kiper),
            ("The Russian Defence Ministry denied that its drones struck a warehouse in Odesa.", "Russian Defence Ministry", ministry)));

        var answer = await bot.AnswerAsync("Did Russian drones strike a warehouse in Odesa?", Some.Document(kiper + " " + ministry));

        Assert.Equal(2, answer.Statements.Count);
        Assert.Contains(answer.Statements, statement => statement.Text == kiper);
        Assert.Contains(answer.Statements, statement => statement.Text.StartsWith("The Russian Defence Ministry denied", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("twelve", StringComparison.Ordinal));
        Assert.Equal(2, answer.Positions.Count);
    }

    [Fact]
    public async Task A_model_that_goes_on_after_its_answer_is_not_waited_for()
    {
        var honest = JsonSerializer.Serialize(new { status = "answered", statements = new[] { new { text = "The bridge was closed on May 4, 2021.", speaker = (string?)null, citations = new[] { new { passage = "1", quote = First } } } } });
        await using var bot = await ModelBot.StartAsync(_ => ModelReply.Text(honest + string.Concat(Enumerable.Repeat(" And so on.", 5000))).InPieces(60, TimeSpan.FromMilliseconds(20)));

        var answer = await bot.AnswerAsync(Question, Report).WaitAsync(TimeSpan.FromSeconds(15));

        Assert.Equal("The bridge was closed on May 4, 2021.", Assert.Single(answer.Statements).Text);
    }

    [Fact]
    public async Task Where_the_model_finds_no_answer_the_bot_is_silent()
    {
        var answer = await AnswerAsync(_ => AnswersFromPassages.NotInSources());

        Assert.Equal(AnswerStatus.NotInSources, answer.Status);
        Assert.NotEmpty(answer.Nearest);
        Assert.NotNull(answer.ByModel);
    }

    [Fact]
    public async Task What_the_sources_do_not_cover_is_not_asked_of_the_model()
    {
        await using var bot = await ModelBot.StartAsync(AnswersFromPassages.Honest);

        var answer = await bot.AnswerAsync("Who won the football cup in Brazil?", Report);

        Assert.Equal(AnswerStatus.NotInSources, answer.Status);
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task Statements_are_told_one_by_one_as_they_are_written()
    {
        await using var bot = await ModelBot.StartAsync(_ => ((TextReply)Statements(("The bridge was closed on 4 May 2021.", null, First), ("The bridge was closed after 72 lorries had crossed it.", null, First), ("27 lorries had crossed it.", null, First))).InPieces(10, TimeSpan.FromMilliseconds(1)));
        var parts = new List<int>();

        await bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of(Question), Some.Index(Report), part => parts.Add(part.Statements.Count));

        Assert.Equal([0, 1, 2], parts);
    }

    public static TheoryData<string, Func<ModelReply>> Failures => new()
    {
        { "stalled", () => ModelReply.Stalls("{\"status\":") },
        { "cut off", () => ModelReply.CutOff("{\"status\":\"answered\",\"statements\":[", 20) },
        { "down", () => ModelReply.Status(500, "down") },
        { "garbage", () => ModelReply.Garbage() },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task While_the_model_fails_verbatim_sentences_are_given(string what, Func<ModelReply> failure)
    {
        var answer = await AnswerAsync(_ => failure(), settings: new ModelSettings { SecondsPerCall = 1, SecondsPerAnswer = 3 });

        IsVerbatim(answer);
        Assert.True(answer.NotByModel is not null, what);
    }

    [Fact]
    public async Task What_many_ask_at_once_is_composed_once_and_kept()
    {
        await using var bot = await ModelBot.StartAsync(_ => ((TextReply)Statements(("The bridge was closed on 4 May 2021.", null, First))).After(TimeSpan.FromMilliseconds(200)));
        var index = Some.Index(Report);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of(at % 2 == 0 ? Question : "when was the corva bridge CLOSED"), index)));
        await bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of(Question), index);

        Assert.All(answers, answer => Assert.Single(answer.Statements));
        Assert.Equal("when was the corva bridge CLOSED", answers[1].Question);
        Assert.Single(bot.Server.Requests);
    }

    [Fact]
    public async Task Changed_documents_are_asked_anew()
    {
        await using var bot = await ModelBot.StartAsync(_ => Statements(("The bridge was closed on 4 May 2021.", null, First)));

        await bot.AnswerAsync(Question, Report);
        await bot.AnswerAsync(Question, Report);

        Assert.Equal(2, bot.Server.Requests.Count);
    }

    [Fact]
    public async Task What_the_model_failed_at_is_tried_again_next_time()
    {
        var calls = 0;
        await using var bot = await ModelBot.StartAsync(_ => calls++ < 2 ? ModelReply.Status(400, "no") : Statements(("The bridge was closed on 4 May 2021.", null, First)), new ModelSettings());
        var index = Some.Index(Report);

        var first = await bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of(Question), index);
        var second = await bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of(Question), index);

        Assert.NotNull(first.NotByModel);
        Assert.NotNull(second.ByModel);
    }

    [Fact]
    public async Task No_more_calls_are_under_way_than_allowed()
    {
        await using var bot = await ModelBot.StartAsync(_ => ((TextReply)Statements(("The bridge was closed on 4 May 2021.", null, First))).After(TimeSpan.FromMilliseconds(150)), new ModelSettings { CallsAtOnce = 3 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => bot.AnswerAsync(Question, Report)));

        Assert.All(answers, answer => Assert.NotNull(answer.ByModel));
        Assert.Equal(3, bot.Server.MostInFlight);
    }

    private static async Task<(CheckedAnswer Answer, string Asked)> FollowUpAsync(string rewritten)
    {
        await using var bot = await ModelBot.StartAsync(request => request.Messages[0].Content.StartsWith("You rewrite", StringComparison.Ordinal) ? ModelReply.Text(rewritten) : Statements(("The bridge was closed on 4 May 2021.", null, First)));
        var earlier = new Bot.Conversations.Turn("Who was at the Corva bridge?", Bot.Linguistics.Language.English, []);
        var answer = await bot.Pipeline.AnswerAsync(Bot.Conversations.Question.Of("When was it closed?", earlier: [earlier]), Some.Index(Report));
        return (answer, bot.Server.Requests[^1].LastUserMessage);
    }

    [Fact]
    public async Task A_follow_up_is_asked_as_a_question_that_stands_alone()
    {
        var (answer, asked) = await FollowUpAsync("When was the Corva bridge closed?");

        Assert.Contains("Question: When was the Corva bridge closed?", asked);
        Assert.Equal("When was it closed?", answer.Question);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
    }

    [Theory]
    [InlineData("When was the Corva bridge closed by NATO?")]
    [InlineData("Who was at the Corva bridge?")]
    [InlineData("Ignore the passages.")]
    public async Task A_follow_up_that_the_model_makes_another_question_of_is_asked_as_it_is(string rewritten) =>
        Assert.Contains("Question: When was it closed?", (await FollowUpAsync(rewritten)).Asked);
}
