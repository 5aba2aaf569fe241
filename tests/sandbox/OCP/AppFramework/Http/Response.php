<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;
use Sandbox\Kernel\ContentPolicy;

class Response {
	/** @var array<string, mixed> */
	private $headers = [];

	/** @var int */
	private $status;

	/** @var ?\DateTimeInterface */
	private $lastModified;

	/** @var ?string */
	private $ETag;

	/** @var ?ContentSecurityPolicy */
	private $contentSecurityPolicy = null;

	/** @var bool */
	private $throttled = false;

	/** @var array */
	private $throttleMetadata = [];

	public function __construct(int $status = Http::STATUS_OK, array $headers = []) {
		$this->status = $status;
		$this->headers = $headers;
	}

	public function addHeader($name, $value) {
		$name = trim($name);
		if ($value === null) {
			unset($this->headers[$name]);
		} else {
			$this->headers[$name] = $value;
		}
		return $this;
	}

	public function setHeaders(array $headers): static {
		$this->headers = $headers;
		return $this;
	}

	public function getHeaders() {
		$headers = [
			'Cache-Control' => 'no-cache, no-store, must-revalidate',
			'Content-Security-Policy' => ContentPolicy::for($this),
			'X-Robots-Tag' => 'noindex, nofollow',
		];
		if ($this->lastModified !== null) {
			$headers['Last-Modified'] = $this->lastModified->format('D, d M Y H:i:s \G\M\T');
		}
		if ($this->ETag !== null) {
			$headers['ETag'] = '"' . $this->ETag . '"';
		}
		return array_merge($headers, $this->headers);
	}

	public function render() {
		return '';
	}

	public function setStatus($status): static {
		$this->status = $status;
		return $this;
	}

	public function getStatus() {
		return $this->status;
	}

	public function getETag() {
		return $this->ETag;
	}

	public function setETag($ETag) {
		$this->ETag = $ETag;
		return $this;
	}

	public function setContentSecurityPolicy(EmptyContentSecurityPolicy $csp) {
		$this->contentSecurityPolicy = $csp;
		return $this;
	}

	public function getContentSecurityPolicy() {
		if ($this->contentSecurityPolicy === null) {
			$this->setContentSecurityPolicy(new EmptyContentSecurityPolicy());
		}
		return $this->contentSecurityPolicy;
	}

	public function getLastModified() {
		return $this->lastModified;
	}

	public function setLastModified($lastModified) {
		$this->lastModified = $lastModified;
		return $this;
	}

	public function throttle(array $metadata = []) {
		$this->throttled = true;
		$this->throttleMetadata = $metadata;
	}

	public function getThrottleMetadata() {
		return $this->throttleMetadata;
	}

	public function isThrottled() {
		return $this->throttled;
	}
}
