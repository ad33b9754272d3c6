package io.buildingos.store;

import io.buildingos.config.Configuration;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One bucket of the store. Safe for many threads; to be closed once, with the process. */
public final class ObjectStore implements AutoCloseable {
    /** The SDK's watch over what nobody reads has a thread, which holds an undeployed application's classes for minutes. */
    private static final Duration UNWATCHED = Duration.ZERO;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;

    private ObjectStore(Configuration settings, String bucket) {
        this.bucket = bucket;
        Region region = Region.of(settings.value("S3_REGION"));
        Optional<URI> endpoint = settings.optional("S3_ENDPOINT").map(URI::create);
        AwsCredentialsProvider credentials = credentials(settings);
        S3Configuration addressing = S3Configuration.builder()
                .pathStyleAccessEnabled(settings.isOn("S3_FORCE_PATH_STYLE"))
                .build();
        var building = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(addressing)
                // Stores that only speak S3's older dialect know no trailing checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT_PATIENCE)
                        .socketTimeout(settings.duration("S3_PATIENCE")));
        var signing = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(addressing);
        endpoint.ifPresent(address -> {
            building.endpointOverride(address);
            signing.endpointOverride(address);
        });
        this.client = building.build();
        this.presigner = signing.build();
    }

    public static ObjectStore ofDocuments(Configuration settings) {
        return new ObjectStore(settings, settings.value("S3_BUCKET"));
    }

    public static ObjectStore ofBackups(Configuration settings) {
        return new ObjectStore(settings, settings.value("BACKUP_S3_BUCKET"));
    }

    public String bucket() {
        return bucket;
    }

    /** Empty if there is no such object. */
    public Optional<StoredObject> find(String key) {
        try {
            HeadObjectResponse head = call(
                    "look at " + key,
                    () -> client.headObject(to -> to.bucket(bucket).key(key)));
            return Optional.of(
                    new StoredObject(key, head.contentLength(), head.contentType(), head.lastModified(), head.eTag()));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.NO_SUCH_OBJECT) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Writes an object that isn't there yet.
     *
     * @param length exactly what the body holds, in bytes
     * @throws StoreFailure {@link StoreFailure.Reason#EXISTS_ALREADY} if it is
     */
    public void create(String key, String contentType, long length, InputStream body) {
        Writer writer = new Writer(client, bucket, key);
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .metadata(writer.mark())
                .ifNoneMatch("*")
                .build();
        writer.finish("create", () -> client.putObject(request, RequestBody.fromInputStream(body, length)));
    }

    /** Writes an object whether it is there or not, so that an upload that broke off can be tried again. */
    public void put(String key, String contentType, long length, InputStream body) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .build();
        call("put " + key, () -> client.putObject(request, RequestBody.fromInputStream(body, length)));
    }

    /**
     * Copies inside of the store.
     *
     * @param tag of what is to be copied
     * @throws StoreFailure {@link StoreFailure.Reason#EXISTS_ALREADY} if the object has become another one
     */
    public void copy(String from, String to, String tag) {
        call(
                "copy " + from,
                () -> client.copyObject(copy -> copy.sourceBucket(bucket)
                        .sourceKey(from)
                        .copySourceIfMatch(tag)
                        .destinationBucket(bucket)
                        .destinationKey(to)));
    }

    /** For an object whose length shows only at its end. Nothing is visible before {@link Upload#complete}. */
    public Upload createInParts(String key, String contentType) {
        return new Upload(client, bucket, key, contentType);
    }

    /** The caller closes it. */
    public InputStream read(String key) {
        return read(key, whole -> {});
    }

    /**
     * The caller closes it.
     *
     * @param tag of what is to be read
     * @throws StoreFailure {@link StoreFailure.Reason#EXISTS_ALREADY} if the object has become another one
     */
    public InputStream read(String key, String tag) {
        return read(key, only -> only.ifMatch(tag));
    }

    /** Both ends count, from 0. The caller closes it. */
    public InputStream read(String key, long first, long last) {
        return read(key, only -> only.range("bytes=%d-%d".formatted(first, last)));
    }

    private InputStream read(String key, Consumer<GetObjectRequest.Builder> narrowing) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key);
        narrowing.accept(request);
        return new Download(call(
                "read " + key, () -> client.getObject(request.build(), ResponseTransformer.toInputStream(UNWATCHED))));
    }

    /** No complaint if there is no such object. */
    public void delete(String key) {
        call("delete " + key, () -> client.deleteObject(to -> to.bucket(bucket).key(key)));
    }

    /** In the order of the keys; the store is asked page by page, as the stream is read. */
    public Stream<StoredObject> list(String prefix) {
        SdkIterable<S3Object> found = client.listObjectsV2Paginator(
                        to -> to.bucket(bucket).prefix(prefix))
                .contents();
        return told("list " + prefix, found)
                .map(object ->
                        new StoredObject(object.key(), object.size(), null, object.lastModified(), object.eTag()));
    }

    /** The next parts of the keys after the prefix, up to a slash: {@code a/1/x} and {@code a/2/y} are 1 and 2 in a/. */
    public Stream<String> folders(String prefix) {
        SdkIterable<CommonPrefix> found = client.listObjectsV2Paginator(
                        to -> to.bucket(bucket).prefix(prefix).delimiter("/"))
                .commonPrefixes();
        return told("list " + prefix, found)
                .map(folder -> folder.prefix()
                        .substring(prefix.length(), folder.prefix().length() - 1));
    }

    /**
     * Gives up uploads in parts that nobody will complete any more: they can't be seen, but they fill the store.
     *
     * @return how many
     */
    public int abandonUploads(String prefix, Instant begunBefore) {
        return call("list uploads under " + prefix, () -> {
            List<MultipartUpload> old =
                    client.listMultipartUploadsPaginator(to -> to.bucket(bucket).prefix(prefix)).uploads().stream()
                            .filter(upload -> upload.key().startsWith(prefix))
                            .filter(upload -> upload.initiated() == null
                                    || upload.initiated().isBefore(begunBefore))
                            .toList();
            old.forEach(upload -> client.abortMultipartUpload(
                    to -> to.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())));
            return old.size();
        });
    }

    /**
     * One page in the order of the keys.
     *
     * @param after the last key of the page before, or null
     */
    public List<StoredObject> page(String prefix, String after, int most) {
        return call(
                "list " + prefix,
                () -> client
                        .listObjectsV2(to -> to.bucket(bucket)
                                .prefix(prefix)
                                .startAfter(after)
                                .maxKeys(most))
                        .contents()
                        .stream()
                        .map(found ->
                                new StoredObject(found.key(), found.size(), null, found.lastModified(), found.eTag()))
                        .toList());
    }

    /** Where a client may put exactly this many bytes of this type, once it knows the address. */
    public URI presignPut(String key, String contentType, long length, Duration life) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType(contentType)
                .contentLength(length)
                .build();
        return URI.create(presigner
                .presignPutObject(to -> to.signatureDuration(life).putObjectRequest(request))
                .url()
                .toString());
    }

    /** @param disposition the header under which a browser saves or shows it */
    public URI presignGet(String key, String contentType, String disposition, Duration life) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .responseContentType(contentType)
                .responseContentDisposition(disposition)
                .build();
        return URI.create(presigner
                .presignGetObject(to -> to.signatureDuration(life).getObjectRequest(request))
                .url()
                .toString());
    }

    @Override
    public void close() {
        presigner.close();
        client.close();
    }

    /** A page that can't be had is told like every other failure. */
    private <T> Stream<T> told(String act, SdkIterable<T> found) {
        Iterator<T> pages = call(act, found::iterator);
        Iterator<T> telling = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return call(act, pages::hasNext);
            }

            @Override
            public T next() {
                return call(act, pages::next);
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(telling, Spliterator.ORDERED), false);
    }

    private <T> T call(String act, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException failure) {
            throw StoreFailure.of(bucket, act, failure);
        }
    }

    private static AwsCredentialsProvider credentials(Configuration settings) {
        return settings.optional("S3_ACCESS_KEY")
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, settings.value("S3_SECRET_KEY"))))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
