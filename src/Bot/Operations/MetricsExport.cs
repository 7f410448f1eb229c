using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Bot.Operations;

/// <summary>Sends the metrics by OTLP while the service runs, where the environment names an endpoint, as every OpenTelemetry program reads it.</summary>
internal sealed class MetricsExport : IHostedService
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private MeterProvider? exporting;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable)))
            exporting = Sdk.CreateMeterProviderBuilder().ConfigureResource(resource => resource.AddService("bot")).AddMeter(Metrics.MeterName, "System.Runtime").AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>What was counted since the last export is sent first.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        exporting?.Dispose();
        return Task.CompletedTask;
    }
}
