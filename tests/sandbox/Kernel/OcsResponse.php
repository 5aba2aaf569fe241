<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\OCSController;
use XMLWriter;

/** `{ocs: {meta, data}}` of OCS version 2, where the status is the one of HTTP. */
class OcsResponse extends Response {
	public readonly mixed $data;

	public function __construct(
		DataResponse $response,
		private readonly string $format,
		private readonly string $message = '',
	) {
		parent::__construct($response->getStatus());
		$this->data = $response->getData();
		$own = array_diff_key($response->getHeaders(), ['Content-Security-Policy' => '']);
		$this->setHeaders($own)->setETag($response->getETag())->setLastModified($response->getLastModified());
		$this->addHeader('Content-Type', "application/$format; charset=utf-8");
		if ($response->isThrottled()) {
			$this->throttle($response->getThrottleMetadata());
		}
	}

	public function getStatus() {
		$code = parent::getStatus();
		return match (true) {
			$code === OCSController::RESPOND_UNAUTHORISED => Http::STATUS_UNAUTHORIZED,
			$code === OCSController::RESPOND_NOT_FOUND => Http::STATUS_NOT_FOUND,
			$code === OCSController::RESPOND_SERVER_ERROR, $code === OCSController::RESPOND_UNKNOWN_ERROR => Http::STATUS_INTERNAL_SERVER_ERROR,
			$code < 200 || $code > 600 => Http::STATUS_BAD_REQUEST,
			default => $code,
		};
	}

	public function render() {
		$code = parent::getStatus();
		if ($code === Http::STATUS_NO_CONTENT || $code === Http::STATUS_NOT_MODIFIED) {
			return '';
		}
		$good = $code >= 200 && $code < 300;
		$meta = ['status' => $good ? 'ok' : 'failure', 'statuscode' => $code, 'message' => $good ? 'OK' : $this->message];
		$answer = ['ocs' => ['meta' => $meta, 'data' => $this->data]];
		if ($this->format === 'json') {
			return json_encode($answer, JSON_HEX_TAG | JSON_THROW_ON_ERROR);
		}
		$xml = new XMLWriter();
		$xml->openMemory();
		$xml->setIndent(true);
		$xml->startDocument();
		self::write($xml, json_decode(json_encode($answer, JSON_THROW_ON_ERROR), true));
		return $xml->outputMemory();
	}

	private static function write(XMLWriter $xml, array $values): void {
		foreach ($values as $name => $value) {
			$xml->startElement(is_int($name) ? 'element' : $name);
			is_array($value) ? self::write($xml, $value) : $xml->text((string)$value);
			$xml->endElement();
		}
	}
}
