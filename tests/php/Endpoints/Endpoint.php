<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Endpoints;

use ReflectionMethod;
use ReflectionParameter;
use Sandbox\Kernel\Route;
use Sandbox\Kernel\Router;

/** Something that can be asked: an endpoint of openapi.json, or a page that a route of lib/Controller answers. */
class Endpoint {
	/** @var array<string, array<string, mixed>> the schemas of openapi.json by name */
	private static array $schemas = [];

	/**
	 * @param string $path with its parameters in braces
	 * @param array<string, array<string, mixed>> $query JSON schemas by parameter
	 * @param ?array<string, mixed> $body JSON schema; null: it takes none
	 * @param ?list<string> $reasons why it may refuse; null: it is a page and gives none
	 */
	private function __construct(
		public readonly string $name,
		public readonly string $method,
		public readonly string $path,
		public readonly array $query,
		public readonly ?array $body,
		public readonly ?array $reasons,
	) {
	}

	public function writes(): bool {
		return $this->method !== 'GET';
	}

	public function isPage(): bool {
		return $this->reasons === null;
	}

	/** @return list<string> names of the parameters in its path */
	public function inPath(): array {
		preg_match_all('/\{(\w+)\}/', $this->path, $found);
		return $found[1];
	}

	/** @return array<string, self> by name */
	public static function all(Router $router): array {
		$all = [...self::ofContract(), ...self::ofPages($router)];
		return array_combine(array_map(static fn (self $one): string => $one->name, $all), $all);
	}

	/** @return array<string, mixed> the schema that is meant */
	public static function schema(array $schema): array {
		return isset($schema['$ref']) ? self::schema(self::$schemas[basename($schema['$ref'])]) : $schema;
	}

	/** @return iterable<self> */
	private static function ofContract(): iterable {
		$openapi = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		self::$schemas = $openapi['components']['schemas'];
		// The data of the showcase are among the pages.
		foreach (array_filter($openapi['paths'], static fn (string $path): bool => str_starts_with($path, '/ocs/'), ARRAY_FILTER_USE_KEY) as $path => $methods) {
			foreach ($methods as $method => $operation) {
				$query = array_filter($operation['parameters'] ?? [], static fn (array $parameter): bool => $parameter['in'] === 'query');
				yield new self(
					$operation['operationId'],
					strtoupper($method),
					$path,
					array_column($query, 'schema', 'name'),
					$operation['requestBody']['content']['application/json']['schema'] ?? null,
					$operation['x-reasons'],
				);
			}
		}
	}

	/** @return iterable<self> */
	private static function ofPages(Router $router): iterable {
		$pages = array_filter($router->routes(), static fn (Route $route): bool => $route->app === 'reseau' && !str_starts_with($route->name, 'ocs.'));
		foreach ($pages as $route) {
			$path = '/index.php' . $route->path;
			$named = array_map(static fn (ReflectionParameter $one): string => $one->getName(), (new ReflectionMethod($route->controller, $route->method))->getParameters());
			$taken = array_fill_keys(array_values(array_filter($named, static fn (string $name): bool => !str_contains($path, "{{$name}}"))), ['type' => 'string']);
			$writes = $route->verb !== 'GET';
			yield new self(
				substr($route->name, strlen('reseau.')),
				$route->verb,
				$path,
				$writes ? [] : $taken + ['q' => ['type' => 'string'], 'facet' => ['type' => 'object'], 'cursor' => ['type' => 'string']],
				$writes ? ['type' => 'object', 'properties' => $taken] : null,
				null,
			);
		}
	}
}
