using System.Diagnostics.Metrics;

namespace Bot.Operations;

/// <summary>Counters and timings of the service, under the meter "Bot"; times in milliseconds.</summary>
internal sealed class Metrics : IDisposable
{
    public const string MeterName = "Bot";

    private readonly Meter meter = new(MeterName);

    public Metrics()
    {
        Updates = meter.CreateCounter<long>("bot.updates.stored", description: "Updates from Telegram that were new");
        Answers = meter.CreateCounter<long>("bot.answers", description: "Questions answered, by status");
        AnswerTime = meter.CreateHistogram<double>("bot.answer.duration", "ms", "From a question to its checked answer");
        Refused = meter.CreateCounter<long>("bot.questions.refused", description: "Questions beyond a flood limit");
        Delivered = meter.CreateCounter<long>("bot.messages.delivered");
        DeliveryTime = meter.CreateHistogram<double>("bot.message.delay", "ms", "From a message stored to its delivery");
        Postponed = meter.CreateCounter<long>("bot.messages.postponed", description: "Attempts to send that are repeated, by error code");
        Failed = meter.CreateCounter<long>("bot.messages.failed", description: "Messages given up, by error code");
        Votes = meter.CreateCounter<long>("bot.votes", description: "Thumbs under answers, by direction");
    }

    public Counter<long> Updates { get; }
    public Counter<long> Answers { get; }
    public Histogram<double> AnswerTime { get; }
    public Counter<long> Refused { get; }
    public Counter<long> Delivered { get; }
    public Histogram<double> DeliveryTime { get; }
    public Counter<long> Postponed { get; }
    public Counter<long> Failed { get; }
    public Counter<long> Votes { get; }

    public void Dispose() => meter.Dispose();
}
