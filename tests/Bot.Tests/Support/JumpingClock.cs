using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Support;

/// <summary>A clock whose hands can be set, as an administrator or a time server does; the time that has passed goes on.</summary>
internal sealed class JumpingClock : FakeTimeProvider
{
    private TimeSpan set;

    public JumpingClock() : base(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public void Jump(TimeSpan by) => set += by;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + set;
}
