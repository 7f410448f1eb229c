using System.Text;
using Bot.Citations;
using Bot.Conversations;
using Bot.LanguageModels;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>
/// Has the model make a follow-up a question that stands alone. What it writes is taken only if it holds all that was asked,
/// and nothing that neither this question nor those before it named: an answer to another question would be true, and wrong.
/// </summary>
internal sealed class StandaloneQuestions(ModelCalls calls, Prompts prompts, TextAnalyzer analyzer)
{
    private const int Longest = 500;

    /// <summary>Whether it leans on the questions before it.</summary>
    public bool LeansOnEarlier(Question question)
    {
        var units = analyzer.Analyze(question.Text, question.Language);
        return question.Earlier.Count > 0 && (FollowUp.IsOne(units, question.Text) || FollowUp.OnlyName(units) is not null);
    }

    /// <summary>The question by itself, or as it was where the model does not help; and the tokens it took.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was given.</exception>
    public async Task<(Question Question, int Tokens)> OfAsync(Question question, CancellationToken stop)
    {
        var tokens = 0;
        var written = new StringBuilder();
        var variables = new Dictionary<string, string> { ["earlier"] = string.Join('\n', question.Earlier.Select(turn => OneLine(turn.Question))), ["question"] = OneLine(question.Text) };
        try
        {
            tokens = await calls.WriteAsync(prompts.StandaloneQuestion, variables, schema: null, piece => written.Append(piece).Length <= Longest, stop);
        }
        catch (ModelException)
        {
            return (question, tokens);
        }
        var text = OneLine(written.ToString()).Trim();
        return text.Length is > 0 and <= Longest && IsSame(text, question) ? (question with { Text = text, Earlier = [] }, tokens) : (question, tokens);
    }

    private bool IsSame(string text, Question question)
    {
        var (rewritten, asked) = (Content(text, question.Language), Content(question.Text, question.Language));
        var named = question.Earlier.SelectMany(turn => turn.AnsweredWith).Select(id => "@" + id);
        var known = new SourceWords([.. asked, .. question.Earlier.SelectMany(turn => Content(turn.Question, turn.Language))], named);
        var kept = new SourceWords(rewritten);
        return rewritten.TrueForAll(unit => unit.Entity is not null || unit.Kind is UnitKind.Name ? known.HoldName(unit) : known.HoldWord(unit)) && asked.TrueForAll(kept.HoldWord);
    }

    private List<Unit> Content(string text, Language language) =>
        [.. analyzer.Analyze(text, language).Where(unit => unit.CountsInQueries && unit.Concept is not { IsLight: true })];

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
