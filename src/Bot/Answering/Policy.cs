using Bot.Citations;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Answering;

/// <summary>What is not looked up, and what is said instead.</summary>
/// <param name="Text">The key of the bot's own text that is given.</param>
internal sealed record PolicyRule(string Id, AnswerStatus Status, string Text, IReadOnlyList<PolicyPhrases> AllOf, PolicyPhrases Opens, PolicyPhrases Whole);

/// <summary>Words in a row, each of which may stand for any word that begins so ("координат*").</summary>
internal sealed class PolicyPhrases
{
    private readonly FormTable<string> phrases = new(_ => true);

    /// <exception cref="YamlFileException">A phrase holds no word.</exception>
    public static PolicyPhrases Read(YamlFile? list)
    {
        var read = new PolicyPhrases();
        foreach (var phrase in list?.Texts ?? [])
        {
            if (FormWords.Read(phrase) is not { Length: > 0 } words) throw list!.Fault($"the phrase '{phrase}' holds no word");
            read.phrases.Add(words, phrase);
        }
        return read;
    }

    public bool AreIn(ReadOnlySpan<string> words)
    {
        for (; words.Length > 0; words = words[1..])
        {
            if (phrases.At(words) is not null) return true;
        }
        return false;
    }

    /// <summary>How many words the longest phrase has that these words begin with.</summary>
    public int LongestAt(ReadOnlySpan<string> words) => words.IsEmpty ? 0 : phrases.At(words)?.Words ?? 0;
}

/// <summary>The rules of `prompts/policy.yaml`, the first that fits first.</summary>
internal sealed class Policy(IReadOnlyList<PolicyRule> rules)
{
    public const string FileName = "policy.yaml";

    private static readonly string[] Common = ["id", "status", "text"];
    private static readonly string[] Conditions = ["all-of", "opens", "whole"];

    public IReadOnlyList<PolicyRule> Rules => rules;

    /// <exception cref="YamlFileException">The file is missing, or a rule is not as it should be.</exception>
    public static Policy Load(string folder) => new([.. YamlFile.Load(Path.Combine(folder, FileName)).Items.Select(ReadRule)]);

    /// <summary>
    /// The rule that forbids looking this message up, or null. Small talk may mix ("Hi! Are you a bot?"): the first of its
    /// rules that one of the phrases is of answers, where nothing else is said. A task is one where the message opens with it,
    /// after small talk: "Hi, can you sing a song?"; who sang the anthem is a question.
    /// </summary>
    public PolicyRule? RuleFor(string message)
    {
        var words = Tokenizer.Tokenize(message).Select(token => token.Word).ToArray();
        var (length, smallTalk) = SmallTalk(words);
        var rest = words.AsSpan(length);
        foreach (var rule in rules)
        {
            if (rule.AllOf.Count > 0 && rule.AllOf.All(group => group.AreIn(words))) return rule;
            if (rule.Opens.LongestAt(rest) > 0) return rule;
        }
        return rest.IsEmpty ? smallTalk : null;
    }

    /// <summary>How many words of small talk the message begins with, and the rule that answers them. The longest phrase counts: "good morning" is none of "good".</summary>
    private (int Length, PolicyRule? Rule) SmallTalk(ReadOnlySpan<string> words)
    {
        var first = rules.Count;
        for (var at = 0; ;)
        {
            var (longest, of) = (0, 0);
            for (var rule = 0; rule < rules.Count; rule++)
            {
                if (rules[rule].Whole.LongestAt(words[at..]) is var length && length > longest) (longest, of) = (length, rule);
            }
            if (longest == 0) return (at, first < rules.Count ? rules[first] : null);
            first = Math.Min(first, of);
            at += longest;
        }
    }

    private static PolicyRule ReadRule(YamlFile rule)
    {
        rule.AllowOnly([.. Common, .. Conditions]);
        var status = AnswerStatusNames.Read(rule["status"], AnswerStatus.Declined, AnswerStatus.NotAQuestion);
        if (Conditions.Count(condition => rule.Find(condition) is not null) != 1) throw rule.Fault($"the rule '{rule["id"].Text}' needs one of 'all-of', 'opens' and 'whole'");
        return new PolicyRule(
            rule["id"].Text, status, rule["text"].Text,
            [.. (rule.Find("all-of")?.Items ?? []).Select(PolicyPhrases.Read)],
            PolicyPhrases.Read(rule.Find("opens")),
            PolicyPhrases.Read(rule.Find("whole")));
    }
}
