using System.Diagnostics.Metrics;
using Bot.Citations;

namespace Bot.Operations;

/// <summary>Counters and timings of the service, under the meter "Bot"; times in milliseconds.</summary>
internal sealed class Metrics : IDisposable
{
    public const string MeterName = "Bot";

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> answers;
    private readonly Histogram<double> answerTime;
    private readonly Counter<long> votes;

    public Metrics()
    {
        Updates = meter.CreateCounter<long>("bot.updates.stored", description: "Updates from Telegram that were new");
        answers = meter.CreateCounter<long>("bot.answers", description: "Questions answered, by status");
        answerTime = meter.CreateHistogram<double>("bot.answer.duration", "ms", "From a question to its checked answer");
        Refused = meter.CreateCounter<long>("bot.questions.refused", description: "Questions beyond a flood limit");
        Delivered = meter.CreateCounter<long>("bot.messages.delivered");
        DeliveryTime = meter.CreateHistogram<double>("bot.message.delay", "ms", "From a message stored to its delivery");
        Postponed = meter.CreateCounter<long>("bot.messages.postponed", description: "Attempts to send that are repeated, by error code");
        Failed = meter.CreateCounter<long>("bot.messages.failed", description: "Messages given up, by error code");
        votes = meter.CreateCounter<long>("bot.votes", description: "Thumbs under answers, by direction");
    }

    public Counter<long> Updates { get; }
    public Counter<long> Refused { get; }
    public Counter<long> Delivered { get; }
    public Histogram<double> DeliveryTime { get; }
    public Counter<long> Postponed { get; }
    public Counter<long> Failed { get; }

    public void Count(CheckedAnswer answer)
    {
        answers.Add(1, KeyValuePair.Create<string, object?>("status", answer.Status));
        answerTime.Record(answer.ElapsedMilliseconds);
    }

    /// <param name="vote">1 or -1.</param>
    public void CountVote(int vote) => votes.Add(1, KeyValuePair.Create<string, object?>("vote", vote));

    public void Dispose() => meter.Dispose();
}
