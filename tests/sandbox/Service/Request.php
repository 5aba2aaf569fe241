<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\IRequest;

/** One request as Nextcloud hands it to an app: query, form or JSON body and route parameters under one roof. */
class Request implements IRequest {
	/** @var array<string, mixed> */
	private array $query = [];

	/** @var array<string, mixed> */
	private array $form = [];

	/** @var array<string, mixed> */
	private array $parameters;

	private bool $decoded = false;

	private string $token = '';

	private readonly string $id;

	/** @param array<string, string> $headers by lower-case name */
	public function __construct(
		private readonly string $method,
		private readonly string $uri,
		private readonly array $headers = [],
		private readonly string $body = '',
		private readonly string $address = '127.0.0.1',
	) {
		parse_str((string)parse_url($uri, PHP_URL_QUERY), $this->query);
		if ($method === 'POST' && str_starts_with($this->getHeader('Content-Type'), 'application/x-www-form-urlencoded')) {
			parse_str($body, $this->form);
		}
		$this->parameters = array_merge($this->query, $this->form);
		$this->id = bin2hex(random_bytes(10));
	}

	/** @param array<string, string> $parameters out of the path */
	public function setUrlParameters(array $parameters): void {
		$this->parameters = array_merge($this->parameters, $parameters);
	}

	/** The token a writing request must bring. */
	public function expectToken(string $token): void {
		$this->token = $token;
	}

	public function getHeader(string $name): string {
		return $this->headers[strtolower($name)] ?? '';
	}

	public function getParam(string $key, $default = null) {
		return $this->getParams()[$key] ?? $default;
	}

	public function getParams(): array {
		if (!$this->decoded) {
			$this->decoded = true;
			$more = [];
			if (preg_match('~^application/(?:[a-z0-9.-]+\+)?json\b~', $this->getHeader('Content-Type')) === 1) {
				$more = json_decode($this->body, true);
			} elseif ($this->method !== 'GET' && $this->method !== 'POST') {
				parse_str(str_contains($this->getHeader('Content-Type'), 'x-www-form-urlencoded') ? $this->body : '', $more);
			}
			// A body may name what the path names too, and then it wins: as in Nextcloud.
			$this->parameters = array_merge($this->parameters, is_array($more) ? $more : []);
		}
		return $this->parameters;
	}

	/** What was sent, as it was. */
	public function body(): string {
		return $this->body;
	}

	public function getMethod(): string {
		return $this->method;
	}

	public function getCookie(string $key) {
		foreach (explode(';', $this->getHeader('Cookie')) as $cookie) {
			[$name, $value] = explode('=', trim($cookie), 2) + [1 => ''];
			if ($name === $key) {
				return rawurldecode($value);
			}
		}
		return null;
	}

	public function passesCSRFCheck(): bool {
		if ($this->getHeader('OCS-APIRequest') !== '') {
			return true;
		}
		$token = $this->query['requesttoken'] ?? $this->form['requesttoken'] ?? $this->getHeader('requesttoken');
		return $this->token !== '' && is_string($token) && hash_equals($this->token, $token);
	}

	public function getId(): string {
		return $this->id;
	}

	public function getRemoteAddress(): string {
		return $this->address;
	}

	public function getRequestUri(): string {
		return $this->uri;
	}

	/** The path, without the script and without a query. */
	public function getPathInfo() {
		$path = rawurldecode((string)parse_url($this->uri, PHP_URL_PATH));
		return preg_replace('~^/(index|ocs/v2)\.php(?=/|$)~', '', $path);
	}

	public function getFormat(): ?string {
		$format = $this->getParam('format');
		if ($format !== null) {
			return (string)$format;
		}
		preg_match('~(?:^|,)\s*application/([^,]*)~', strtolower($this->getHeader('Accept')), $found);
		return isset($found[1]) ? trim($found[1]) : null;
	}
}
