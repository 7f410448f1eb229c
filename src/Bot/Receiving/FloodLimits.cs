using Bot.Configuration;
using Bot.Limits;

namespace Bot.Receiving;

/// <summary>Whether a question may be asked now.</summary>
internal abstract record FloodVerdict
{
    public sealed record Allowed : FloodVerdict;

    /// <param name="Wait">Until the next question is taken.</param>
    /// <param name="IsGroups">It is the group that asks too much, and not the person.</param>
    /// <param name="IsFirst">It was not said yet.</param>
    public sealed record Refused(TimeSpan Wait, bool IsGroups, bool IsFirst) : FloodVerdict;
}

/// <summary>How much one person and one group may ask. Each is counted apart, so that nobody waits for somebody else. Used by one thread at a time.</summary>
internal sealed class FloodLimits(LimitsSettings limits, TelegramSettings telegram, TimeProvider clock)
{
    private const int CommandsPerQuestion = 4;
    private static readonly FloodVerdict Allowed = new FloodVerdict.Allowed();

    private readonly RateLimiter<long> perMinute = new(new Rate(limits.QuestionsPerMinute, TimeSpan.FromMinutes(1)), clock);
    private readonly RateLimiter<long> perHour = new(new Rate(limits.QuestionsPerHour, TimeSpan.FromHours(1)), clock);
    private readonly RateLimiter<long> groups = new(new Rate(telegram.GroupMessagesPerMinute, TimeSpan.FromMinutes(1)), clock);

    /// <summary>/forget and /help are nobody's questions; they are limited so that nobody keeps the bot busy with them.</summary>
    private readonly RateLimiter<long> commands = new(new Rate(limits.QuestionsPerMinute * CommandsPerQuestion, TimeSpan.FromMinutes(1)), clock);

    /// <summary>Who has been told; until the next question is taken, once is enough.</summary>
    private readonly HashSet<long> told = [];

    /// <param name="group">Null in a private chat.</param>
    public FloodVerdict Judge(long person, long? group)
    {
        var own = Waits.Longer(perMinute.WaitOf(person), perHour.WaitOf(person));
        if (own > TimeSpan.Zero) return new FloodVerdict.Refused(own, IsGroups: false, told.Add(person));
        if (group is { } chat && groups.WaitOf(chat) is var wait && wait > TimeSpan.Zero) return new FloodVerdict.Refused(wait, IsGroups: true, told.Add(chat));
        Count(person, group);
        return Allowed;
    }

    /// <summary>For what is no question: commands, and messages that cannot be read.</summary>
    public FloodVerdict JudgeCommand(long person)
    {
        if (commands.WaitOf(person) is var wait && wait > TimeSpan.Zero) return new FloodVerdict.Refused(wait, IsGroups: false, told.Add(person));
        commands.Take(person);
        return Allowed;
    }

    private void Count(long person, long? group)
    {
        perMinute.Take(person);
        perHour.Take(person);
        told.Remove(person);
        if (group is not { } chat) return;
        groups.Take(chat);
        told.Remove(chat);
    }
}
