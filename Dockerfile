# The product in one image: a Temurin JRE, the jar, and a cache of its loaded and linked classes that
# makes the start shorter. Runs as user 1001 on a read-only file system; /data and /tmp are written.
#
#   docker build -t parley .
#   docker run -p 8000:8000 -v parley:/data --read-only --tmpfs /tmp parley

# The pages.
FROM --platform=$BUILDPLATFORM node:22-bookworm-slim AS web
WORKDIR /src
COPY src/main/web/package.json src/main/web/package-lock.json src/main/web/
RUN --mount=type=cache,target=/root/.npm npm ci --prefix src/main/web --no-audit --no-fund
COPY src/main/resources/openapi.yaml src/main/resources/openapi.yaml
COPY src/main/web src/main/web
RUN npm run build --prefix src/main/web

# The jar. The same for every platform.
FROM --platform=$BUILDPLATFORM maven:3.9-eclipse-temurin-25 AS jar
WORKDIR /src
COPY pom.xml .
COPY config config
COPY src/launcher src/launcher
COPY src/main/java src/main/java
COPY src/main/resources src/main/resources
COPY --from=web /src/target/web target/web
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -Dskip.web=true -Dmaven.test.skip=true package

# What both stages below run on: the cache fits only the very Java that wrote it.
FROM eclipse-temurin:25-jre AS base
RUN java --list-modules | grep -q jdk.incubator.vector \
    && groupadd --gid 1001 parley \
    && useradd --uid 1001 --gid 1001 --no-create-home --home-dir /data --shell /usr/sbin/nologin parley \
    && install -d -o 1001 -g 1001 -m 700 /data
COPY config/container/java.options config/container/healthy.sh config/container/train.sh /app/

# One start and stop, on the platform that the image is for.
FROM base AS trained
COPY --from=jar /src/target/parley.jar /app/parley.jar
RUN install -d -o 1001 /training
USER 1001
RUN bash /app/train.sh /training

FROM base
ARG VERSION=dev
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION"
COPY --from=trained /app/parley.jar /app/parley.jar
COPY --from=trained /training/parley.aot /app/parley.aot
# Half of the memory for the heap: the rest is for the embedding model, the parser's process and the
# database that comes with the product. A pod without the latter can do with less heap than that.
ENV DATA_DIR=/data \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50"
WORKDIR /data
VOLUME /data
USER 1001
EXPOSE 8000 8001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=30s --start-period=5s --retries=3 CMD ["bash", "/app/healthy.sh"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/parley.aot", "-jar", "/app/parley.jar"]
CMD ["serve"]
