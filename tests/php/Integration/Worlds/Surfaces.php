<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use Closure;
use LogicException;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use ReflectionClass;
use Sandbox\Kernel\Kernel;

/**
 * Every place where the app answers a viewer with something that is read: the GETs of openapi.json, the pages of the routes, and what the app
 * registers with Nextcloud (Registered). None is listed here: a new one is requested automatically, or named in a LogicException until its
 * parameters are given.
 */
final class Surfaces {
	private const API = '/ocs/v2.php/apps/reseau/api/v1';
	private const APP = '/index.php/apps/reseau';

	private const ROOT = __DIR__ . '/../../../..';

	/**
	 * @param array<string, list<string>> $paths values for an address, by the name of the parameter
	 * @param array<string, list<mixed>> $queries values of the query, by the name of the parameter
	 */
	public function __construct(
		private readonly array $paths,
		private readonly array $queries,
	) {
	}

	/** @return array<string, Closure(Kernel, ?string): string> by name */
	public function all(): array {
		return [...$this->endpoints(), ...$this->pages()];
	}

	/** @return array<string, Closure(Kernel, ?string): string> the pages that are opened by the link of a mail, by the person who has the link */
	public function light(array $tokens): array {
		$asks = [];
		foreach ($this->routes() as $route) {
			if (str_contains($route, '{token}')) {
				$token = $tokens[explode('/', $route)[1]] ?? throw new LogicException("Say in TwoWorldsTest which link leads to $route");
				foreach ($this->filled(str_replace('{token}', '…', $route)) as $filled) {
					$get = self::get(self::APP . str_replace('…', $token, $filled));
					// Links that were made with a mail are others in each world.
					$asks['GET ' . str_replace('…', '{token}', $filled)] = static fn (Kernel $kernel, ?string $uid): string => (string)preg_replace('~/(passed|leave|own)/\w{32}~', '/$1/…', $get($kernel, $uid));
				}
			}
		}
		return $asks;
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function endpoints(): array {
		$asks = [];
		$openapi = json_decode((string)file_get_contents(self::ROOT . '/openapi.json'), true, 64, JSON_THROW_ON_ERROR);
		foreach (array_filter($openapi['paths'], static fn (string $path): bool => str_starts_with($path, self::API), ARRAY_FILTER_USE_KEY) as $path => $methods) {
			$parameters = array_column($methods['get']['parameters'] ?? [], null, 'name');
			$inQuery = array_filter($parameters, static fn (array $one): bool => $one['in'] === 'query');
			foreach (isset($methods['get']) ? $this->filled(substr($path, strlen(self::API))) : [] as $filled) {
				foreach ($this->variants($path, $inQuery) as $query) {
					$url = $filled . ($query === [] ? '' : '?' . http_build_query($query));
					$asks["GET $url"] = self::get(self::API . $url);
				}
			}
		}
		return $asks;
	}

	/**
	 * Every value of every parameter: with what is required in turn, and words in every order.
	 *
	 * @param array<string, array<string, mixed>> $parameters
	 * @return list<array<string, mixed>>
	 */
	private function variants(string $path, array $parameters): array {
		$required = [[]];
		foreach (array_filter($parameters, static fn (array $one): bool => $one['required'] ?? false) as $name => $parameter) {
			$required = self::times($required, $name, $this->values($path, $name, $parameter['schema']));
		}
		$variants = $required;
		$optional = array_filter($parameters, static fn (array $one): bool => !($one['required'] ?? false));
		foreach ($optional as $name => $parameter) {
			foreach ($this->values($path, $name, $parameter['schema']) as $value) {
				$variants[] = $required[count($variants) % count($required)] + [$name => $value];
			}
		}
		if (isset($optional['q'], $optional['sort'])) {
			foreach ($this->values($path, 'sort', $optional['sort']['schema']) as $sort) {
				array_push($variants, ...array_map(static fn (string $q): array => ['q' => $q, 'sort' => $sort], $this->queries['q']));
			}
		}
		return $variants;
	}

	/** @return list<mixed> */
	private function values(string $path, string $name, array $schema): array {
		if ($name === 'facet') {
			$choices = [];
			foreach (array_keys($schema['properties']) as $facet) {
				foreach ($this->queries["facet.$facet"] ?? throw new LogicException("Say in TwoWorldsTest what is chosen of the facet $facet ($path)") as $choice) {
					$choices[] = [$facet => [$choice]];
				}
			}
			return $choices;
		}
		return $schema['enum'] ?? $this->queries[$name] ?? throw new LogicException("Say in TwoWorldsTest what the parameter $name of $path is asked with");
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function pages(): array {
		$asks = [];
		foreach ($this->routes() as $route) {
			foreach ($route === '/{path}' ? $this->clientRoutes() : [$route] as $one) {
				foreach ($this->filled($one) as $page) {
					$asks["page $page"] = self::get(self::APP . $page);
				}
			}
		}
		foreach ([...$this->queries['q'], ''] as $q) {
			foreach (['name', 'recent', 'relevance'] as $sort) {
				$asks["page /members?q=$q&sort=$sort"] = self::get(self::APP . '/members?' . http_build_query(['q' => $q, 'sort' => $sort]));
			}
		}
		return $asks;
	}

	/** @return list<string> pages of lib/Controller, without the app's address */
	private function routes(): array {
		$routes = [];
		foreach (glob(self::ROOT . '/lib/Controller/*Controller.php') ?: [] as $file) {
			foreach ((new ReflectionClass('OCA\\Reseau\\Controller\\' . basename($file, '.php')))->getMethods() as $method) {
				foreach ($method->getAttributes(FrontpageRoute::class) as $attribute) {
					$route = $attribute->getArguments();
					array_push($routes, ...$route['verb'] === 'GET' ? [$route['url']] : []);
				}
			}
		}
		return $routes;
	}

	/** @return list<string> pages that src/ distinguishes, with parameters named as in lib/ */
	private function clientRoutes(): array {
		$routes = [];
		foreach ([...glob(self::ROOT . '/src/*/routes.ts') ?: [], ...glob(self::ROOT . '/src/*/*/routes.ts') ?: []] as $file) {
			preg_match_all("~\\bpath: '([^']+)'~", (string)file_get_contents($file), $found);
			foreach ($found[1] as $path) {
				$domain = basename(dirname($file)) === 'group' || str_starts_with($path, '/groups/') ? 'group' : 'id';
				$named = match (true) {
					str_starts_with($path, '/minutes/') => 'minutes',
					str_starts_with($path, '/letters/') => 'letter',
					default => $domain,
				};
				$path = preg_replace('~:id(\(.*?\))?~', '{' . $named . '}', $path);
				$routes[] = preg_replace(['~/:section\?~', '~:(\w+)(\(.*?\))?~'], ['', '{$1}'], (string)$path);
			}
		}
		return $routes === [] ? throw new LogicException('src/ has no pages') : array_values(array_unique($routes));
	}

	/** @return list<string> the address with each value of its parameters */
	private function filled(string $path): array {
		$filled = [$path];
		preg_match_all('~\{type\}/\{id\}|\{(\w+)\}~', $path, $found);
		foreach ($found[0] as $i => $parameter) {
			$name = $found[1][$i] === '' ? 'type/id' : $found[1][$i];
			$values = $this->paths[$name] ?? throw new LogicException("Give in TwoWorldsTest a value for {{$name}} in $path");
			$filled = array_merge(...array_map(static fn (string $one): array => array_map(static fn (string $value): string => str_replace($parameter, $value, $one), $values), $filled));
		}
		return $filled;
	}

	/**
	 * @param list<array<string, mixed>> $variants
	 * @param list<mixed> $values
	 * @return list<array<string, mixed>>
	 */
	private static function times(array $variants, string $name, array $values): array {
		return array_merge(...array_map(static fn (array $one): array => array_map(static fn (mixed $value): array => $one + [$name => $value], $values), $variants));
	}

	/** Status, headers and body of a page, without what is of one session. */
	public static function answer(Kernel $kernel, string $url, ?string $uid): string {
		$reply = $kernel->request('GET', $url, $uid);
		$headers = array_diff_key($reply->headers, ['Set-Cookie' => 0]);
		ksort($headers);
		$answer = $reply->status . "\n" . json_encode($headers, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES) . "\n" . $reply->body;
		$token = preg_match('~data-requesttoken="([^"]+)"~', $answer, $found) === 1 ? $found[1] : '';
		return $reply->error . ($token === '' ? $answer : strtr($answer, [$token => '…', rawurlencode($token) => '…']));
	}

	/** @return Closure(Kernel, ?string): string */
	private static function get(string $url): Closure {
		return static fn (Kernel $kernel, ?string $uid): string => self::answer($kernel, $url, $uid);
	}
}
