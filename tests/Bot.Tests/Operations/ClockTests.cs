using Bot.Conversations;
using Bot.Delivery;
using Bot.Linguistics;
using Bot.Operations;
using Bot.Storage;
using Bot.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Operations;

public class ClockTests
{
    private readonly JumpingClock clock = new();

    [Theory]
    [InlineData(-3, "The clock was set back by 03:00:00")]
    [InlineData(3, "The clock was set forward by 03:00:00")]
    public async Task That_the_clock_was_set_is_said_once(int hours, string words)
    {
        var log = new Lines();
        using var watch = new ClockWatch(new Conditions(clock, NullLogger<Conditions>.Instance), clock, log);
        await watch.StartAsync(default);

        clock.Jump(TimeSpan.FromHours(hours));
        await TelegramBot.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10);
            return log.Said.Count > 0;
        });
        clock.Advance(TimeSpan.FromSeconds(10));
        await watch.StopAsync(default);

        Assert.StartsWith(words, Assert.Single(log.Said));
    }

    [Fact]
    public void A_clock_set_back_leaves_no_message_behind()
    {
        using var database = new Database($"Data Source={Path.Combine(Some.Folder(), "bot.db")}");
        database.Migrate();
        var outbox = new Outbox(database, clock);
        database.InTransaction((connection, transaction) =>
        {
            outbox.Add(connection, transaction, [new OutboxMessage(1, OwnWordsContent.Of("help", Language.English)), new OutboxMessage(2, OwnWordsContent.Of("help", Language.English))]);
            return true;
        });
        var first = outbox.Exchange([], waiting => waiting.Take(1)).Single();

        clock.Jump(TimeSpan.FromHours(-3));

        Assert.Equal([1, 2], outbox.Exchange([new Postponed(first, TimeSpan.Zero)], waiting => waiting).Select(row => row.ChatId).Order());
    }

    private sealed class Lines : ILogger<ClockWatch>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
