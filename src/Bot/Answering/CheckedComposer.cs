using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.LanguageModels;
using Bot.Retrieval;

namespace Bot.Answering;

/// <summary>
/// Has the model compose, checks each statement as soon as it is written, and has it repair once what was refused. Nothing
/// leaves here unchecked.
/// </summary>
internal sealed class CheckedComposer(StandaloneQuestions questions, ModelComposer composer, CitationChecker checker, OpposingClaims opposing, Readings readings, BotSettings settings, TokenBudget? budget, TimeProvider clock)
{
    /// <summary>The version of the prompt that answers are composed by.</summary>
    public string Prompt => composer.Prompt.Hash;

    /// <summary>A follow-up as a question that stands alone.</summary>
    public async Task<Question> StandAloneAsync(Question question, CancellationToken stop)
    {
        if (!questions.LeansOnEarlier(question) || budget?.IsSpent(question.Asker) is true) return question;
        var (standalone, tokens) = await questions.OfAsync(question, stop);
        budget?.Spend(question.Asker, tokens);
        return standalone;
    }

    /// <summary>The same, held to a budget.</summary>
    public CheckedComposer Within(TokenBudget limit) => new(questions, composer, checker, opposing, readings, settings, limit, clock);

    /// <param name="onStanding">Told what stands so far, each time another statement does.</param>
    /// <returns>What stands; none of it where the model finds no answer, cannot be had, or wrote nothing that stands.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was given.</exception>
    public async Task<ComposedAnswer> ComposeAsync(Question question, Query query, IReadOnlyList<Passage> passages, Action<CheckedDraft> onStanding, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Model.SecondsPerAnswer), clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        var run = new ModelRun(settings.Model.Name, composer.Prompt.Hash);
        var fault = default(string);
        var (standing, refused) = (new List<DraftStatement>(), new List<RefusedStatement>());
        try
        {
            if (budget?.IsSpent(question.Asker) is true) return new ComposedAnswer(Standing(), run, "the tokens for today are used up");
            var (isAnswered, tokens) = await composer.ComposeAsync(question, passages, [], Check, limit.Token);
            budget?.Spend(question.Asker, tokens);
            if (!isAnswered && standing.Count + refused.Count == 0) return new ComposedAnswer(Standing(), run, null);
            if (refused.Count > 0 && (settings.Limits.TokensPerAnswer == 0 || 2 * tokens <= settings.Limits.TokensPerAnswer)) await RepairAsync([.. refused]);
        }
        catch (ModelException failed)
        {
            fault = failed.Message;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            fault = $"the model gave no answer within {settings.Model.SecondsPerAnswer} s (see Model:SecondsPerAnswer)";
        }
        return new ComposedAnswer(Standing(), run, standing.Count > 0 ? null : fault ?? "no statement of the model stands");

        async Task RepairAsync(IReadOnlyList<RefusedStatement> faults)
        {
            var (_, tokens) = await composer.ComposeAsync(question, passages, [.. faults.Select(fault => $"\"{fault.Statement.Text}\": {fault.Fault}")], Check, limit.Token);
            budget?.Spend(question.Asker, tokens);
        }

        void Check(DraftStatement statement)
        {
            if (standing.Exists(earlier => earlier.Text == statement.Text)) return;
            if (checker.Fault(statement, passages, question.Language) is { } fault)
            {
                refused.Add(new RefusedStatement(statement, fault));
                return;
            }
            standing.Add(statement);
            onStanding(Standing());
        }

        CheckedDraft Standing() => new([.. standing], [.. refused], opposing.AreIn(query, [.. standing.SelectMany(CitedBy)]));

        IEnumerable<ReadSentence> CitedBy(DraftStatement statement) => statement.Citations
            .Select(citation => (citation, passages.First(passage => passage.Document.Id == citation.Document).Document))
            .SelectMany(pair => pair.Document.SentencesIn(new Linguistics.TextSpan(pair.citation.Start, pair.citation.End)).Select(sentence => readings.Of(pair.Document)[sentence.Index]));
    }
}

/// <param name="Draft">Without statements where the model finds no answer.</param>
/// <param name="Fault">Why the model's answer cannot be used; null where it can.</param>
internal sealed record ComposedAnswer(CheckedDraft Draft, ModelRun Run, string? Fault);
