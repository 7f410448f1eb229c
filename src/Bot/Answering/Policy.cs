using Bot.Citations;
using Bot.Configuration;
using Bot.Linguistics;

namespace Bot.Answering;

/// <summary>What is not looked up, and what is said instead.</summary>
/// <param name="Text">The key of the bot's own text that is given.</param>
internal sealed record PolicyRule(string Id, AnswerStatus Status, string Text, IReadOnlyList<IReadOnlyList<PolicyPhrase>> AllOf, IReadOnlyList<PolicyPhrase> Whole);

/// <summary>Words in a row; the last may stand for any word that begins so ("координат*").</summary>
internal sealed record PolicyPhrase(IReadOnlyList<string> Words)
{
    public static PolicyPhrase Parse(string text) => new(Corpus.FormWords.Read(text));

    public bool StandsAt(IReadOnlyList<string> words, int at) =>
        at + Words.Count <= words.Count && Words.Index().All(pair => Fits(pair.Item, words[at + pair.Index]));

    private static bool Fits(string pattern, string word) =>
        pattern.EndsWith('*') ? word.StartsWith(pattern[..^1], StringComparison.Ordinal) : word == pattern;
}

/// <summary>The rules of `prompts/policy.yaml`, the first that fits first.</summary>
internal sealed class Policy(IReadOnlyList<PolicyRule> rules)
{
    public const string FileName = "policy.yaml";

    private readonly IReadOnlyList<PolicyPhrase> smallTalk = [.. rules.SelectMany(rule => rule.Whole)];

    public IReadOnlyList<PolicyRule> Rules => rules;

    /// <exception cref="YamlFileException">The file is missing, or a rule is not as it should be.</exception>
    public static Policy Load(string folder) => new([.. YamlFile.Load(Path.Combine(folder, FileName)).Items.Select(ReadRule)]);

    /// <summary>The rule that forbids looking this message up, or null. Small talk may mix ("Hi! Are you a bot?"): the first of its rules that has a word in it answers.</summary>
    public PolicyRule? RuleFor(string message)
    {
        var words = Tokenizer.Tokenize(message).ConvertAll(token => token.Word);
        return rules.FirstOrDefault(rule => rule.AllOf.Count > 0 && rule.AllOf.All(group => group.Any(phrase => IsIn(phrase, words))))
            ?? (IsWhole(smallTalk, words) ? rules.First(rule => rule.Whole.Any(phrase => IsIn(phrase, words))) : null);
    }

    private static bool IsIn(PolicyPhrase phrase, List<string> words) => Enumerable.Range(0, words.Count).Any(at => phrase.StandsAt(words, at));

    /// <summary>Whether the message is these phrases and nothing else.</summary>
    private static bool IsWhole(IReadOnlyList<PolicyPhrase> phrases, List<string> words)
    {
        var at = 0;
        while (at < words.Count)
        {
            var longest = phrases.Where(phrase => phrase.StandsAt(words, at)).Select(phrase => phrase.Words.Count).DefaultIfEmpty(0).Max();
            if (longest == 0) return false;
            at += longest;
        }
        return words.Count > 0;
    }

    private static PolicyRule ReadRule(YamlFile rule)
    {
        rule.AllowOnly("id", "status", "text", "all-of", "whole");
        var status = AnswerStatusNames.Read(rule["status"], AnswerStatus.Declined, AnswerStatus.NotAQuestion);
        if (rule.Find("all-of") is null == rule.Find("whole") is null) throw rule.Fault($"the rule '{rule["id"].Text}' needs either 'all-of' or 'whole'");
        return new PolicyRule(
            rule["id"].Text, status, rule["text"].Text,
            [.. (rule.Find("all-of")?.Items ?? []).Select(group => (IReadOnlyList<PolicyPhrase>)[.. group.Texts.Select(PolicyPhrase.Parse)])],
            [.. (rule.Find("whole")?.Texts ?? []).Select(PolicyPhrase.Parse)]);
    }
}
