package perennial.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/**
 * The OpenAPI description of the API, at {@code /api/openapi.json}: made from the controllers, their docstrings and their
 * records when it is first asked for.
 *
 * <p>springdoc finds the routes and their parameters. What is sent and answered is described by {@link ApiSchemas}, which knows
 * what may be null.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";
    private static final String ABOUT = """
            Everything that the portal's pages do. Send a token of your account with each request: `Authorization: Bearer per_…`. \
            A token may do what its owner may, within its scope: `read`, `write`, or `admin` for people, groups, settings, webhooks and deleting \
            at Zoom.

            Lists come in pages: send back `next` as `cursor` for the following one; at the end it is null. \
            Whatever is refused is a problem of RFC 9457 with a stable `code`. A field that is not known here may be added at any \
            time: pass over it.""";

    private final ApiSchemas schemas = new ApiSchemas();

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Perennial")
                        .version("v1")
                        .description(ABOUT)
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This portal")))
                .tags(ApiArea.tags())
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, made under Your account")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OperationCustomizer operations() {
        return (operation, handler) -> {
            operation.setOperationId(id(handler));
            var words = ApiWords.of(handler.getMethod());
            operation.setSummary(words.summary());
            operation.setDescription(words.more());
            new ApiBodies(schemas, handler).describe(operation);
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer wholeDescription() {
        return api -> {
            api.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        operation.setTags(List.of(ApiArea.of(path).tag()));
                        refusals(path, operation);
                    }));
            api.getComponents().setSchemas(schemas.all());
        };
    }

    private void refusals(String path, Operation operation) {
        if (path.startsWith("/api/v1/zoom/webhooks/")) {
            operation.setSecurity(List.of());
            return;
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused, or failed")
                                .content(ApiBodies.content("application/problem+json", schemas.problem())));
    }

    /** Unique and stable: {@code MediaApiController.publish} is {@code mediaPublish}. */
    private static String id(HandlerMethod handler) {
        var area = ApiSchemas.plain(handler.getBeanType().getSimpleName());
        var method = handler.getMethod().getName();
        return Character.toLowerCase(area.charAt(0))
                + area.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }
}
