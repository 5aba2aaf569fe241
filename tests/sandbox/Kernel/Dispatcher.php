<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Exception;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\IDBConnection;
use OCP\IRequest;
use OutOfRangeException;
use ReflectionMethod;
use ReflectionNamedType;
use Throwable;
use TypeError;

/** Calls a controller's method with parameters by name, between the middlewares. */
class Dispatcher {
	private const CASTS = ['int', 'bool', 'float'];

	/** @param list<Middleware> $middlewares the outermost first */
	public function __construct(
		private readonly Container $container,
		private readonly IRequest $request,
		private readonly IDBConnection $db,
		private readonly array $middlewares,
	) {
	}

	/** @return array{Response, string} the answer and its body */
	public function dispatch(Controller $controller, string $method): array {
		$reached = 0;
		try {
			foreach ($this->middlewares as $middleware) {
				$reached++;
				$middleware->beforeController($controller, $method);
			}
			$response = $this->call($controller, new ReflectionMethod($controller, $method));
			if ($this->db->inTransaction()) {
				$this->db->rollBack();
			}
		} catch (Throwable $e) {
			$exception = $e instanceof Exception ? $e : new Exception($e->getMessage(), 0, $e);
			$response = $this->handle($controller, $method, $exception, array_slice($this->middlewares, 0, $reached));
		}
		foreach (array_reverse($this->middlewares) as $middleware) {
			$response = $middleware->afterController($controller, $method, $response);
		}
		$body = $response->render();
		foreach (array_reverse($this->middlewares) as $middleware) {
			$body = $middleware->beforeOutput($controller, $method, $body);
		}
		return [$response, $body];
	}

	/** @param list<Middleware> $middlewares whose turn it was; the innermost is asked first */
	private function handle(Controller $controller, string $method, Exception $exception, array $middlewares): Response {
		foreach (array_reverse($middlewares) as $middleware) {
			try {
				return $middleware->afterException($controller, $method, $exception);
			} catch (Exception $next) {
				$exception = $next;
			}
		}
		throw $exception;
	}

	private function call(Controller $controller, ReflectionMethod $method): Response {
		$arguments = [];
		foreach ($method->getParameters() as $parameter) {
			$default = $parameter->isDefaultValueAvailable() ? $parameter->getDefaultValue() : null;
			$type = $parameter->getType() instanceof ReflectionNamedType ? $parameter->getType()->getName() : '';
			$arguments[] = $this->argument($parameter->getName(), $type, $default);
		}
		try {
			$response = $method->invokeArgs($controller, $arguments);
		} catch (TypeError $e) {
			if ($e->getFile() === $method->getFileName() && $e->getLine() === $method->getStartLine()) {
				return new Response(Http::STATUS_BAD_REQUEST);
			}
			throw $e;
		}
		if ($response instanceof Response && !$response instanceof DataResponse) {
			return $response;
		}
		$format = $this->request->getFormat();
		return $format !== null && $controller->isResponderRegistered($format)
			? $controller->buildResponse($response, $format)
			: $controller->buildResponse($response);
	}

	private function argument(string $name, string $type, mixed $default): mixed {
		$value = $this->request->getParam($name, $default);
		if ($value === 'false' && $type === 'bool') {
			return false;
		}
		if ($value !== null && in_array($type, self::CASTS, true)) {
			settype($value, $type);
			if ($name === 'limit' && $value !== $default && ($value < 1 || $value > 500)) {
				throw new OutOfRangeException('Parameter limit must be between 1 and 500');
			}
			return $value;
		}
		return $value === null && $type !== '' && $this->container->has($type) ? $this->container->get($type) : $value;
	}
}
