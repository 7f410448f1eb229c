using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bot.Operations;

/// <summary>Sends the metrics by OTLP while the service runs, where the environment names an endpoint as every OpenTelemetry program reads it.</summary>
internal sealed class MetricsExport : IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly MeterProvider exporting;

    private MetricsExport(MeterProvider exporting) => this.exporting = exporting;

    /// <summary>Null where no endpoint is set.</summary>
    public static MetricsExport? Start() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable))
        ? null
        : new MetricsExport(Sdk.CreateMeterProviderBuilder().ConfigureResource(resource => resource.AddService("bot")).AddMeter(Metrics.MeterName, "System.Runtime").AddOtlpExporter().Build());

    public void Dispose() => exporting.Dispose();
}
