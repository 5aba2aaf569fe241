<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework;

use Closure;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\IRequest;

abstract class Controller {
	/** @var string */
	protected $appName;

	/** @var IRequest */
	protected $request;

	/** @var array<string, Closure> */
	private $responders;

	public function __construct($appName, IRequest $request) {
		$this->appName = $appName;
		$this->request = $request;
		$this->responders = ['json' => self::toJson(...)];
	}

	protected function registerResponder($format, Closure $responder) {
		$this->responders[$format] = $responder;
	}

	public function isResponderRegistered(string $responder): bool {
		return isset($this->responders[$responder]);
	}

	public function buildResponse($response, $format = 'json') {
		if (!$this->isResponderRegistered($format)) {
			throw new \DomainException('No responder for ' . $format);
		}
		return $this->responders[$format]($response);
	}

	private static function toJson(mixed $data): JSONResponse {
		if (!$data instanceof DataResponse) {
			return new JSONResponse($data);
		}
		$json = new JSONResponse($data->getData(), $data->getStatus());
		foreach ($data->getHeaders() as $name => $value) {
			$json->addHeader($name, $value);
		}
		if ($data->isThrottled()) {
			$json->throttle($data->getThrottleMetadata());
		}
		return $json;
	}
}
